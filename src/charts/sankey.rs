//! Energy flows from what is bought to what it serves: nodes in layers, ribbons as thick as their flow.
//!
//! The layers are given; only places are worked out here. Two charts drawn with the same `whole` can be compared.

use super::{
    scale::Scale,
    scene::{Anchor, Pattern, Scene, Size},
    text,
};

/// A carrier, a converter or a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Its name.
    pub label: String,
    /// Its flow as shown.
    pub text: String,
    /// Which layer it stands in, from the left, from 0.
    pub layer: usize,
    /// Its pattern; flows take that of their source.
    pub part: u8,
    /// Key of the figure behind it.
    pub key: String,
}

/// A flow between two nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Index of the node it leaves.
    pub from: usize,
    /// Index of the node it enters.
    pub to: usize,
    /// How much flows.
    pub value: f64,
    /// Source, target and amount in words.
    pub text: String,
}

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sankey {
    /// The nodes, from top to bottom in each layer.
    pub nodes: Vec<Node>,
    /// The flows. Those without a positive value, or between nodes that do not exist, are left out.
    pub links: Vec<Link>,
    /// The flow that fills the height: the larger of the two when before and after are compared.
    pub whole: Option<f64>,
}

/// A node with its place.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    flow: f64,
    top: f64,
    /// How much of it already has its ribbon, leaving and entering.
    out: f64,
    into: f64,
}

impl Sankey {
    fn flows(&self) -> impl Iterator<Item = &Link> {
        let valid = |link: &&Link| {
            let layer = |index: usize| self.nodes.get(index).map(|node| node.layer);
            let forward = matches!((layer(link.from), layer(link.to)), (Some(from), Some(to)) if from < to);
            forward && link.value.is_finite() && link.value > 0.0
        };
        self.links.iter().filter(valid)
    }

    /// What passes through each node: the larger of what enters and what leaves.
    fn passing(&self) -> Vec<f64> {
        let side = |index: usize, end: fn(&Link) -> usize| -> f64 {
            self.flows().filter(|link| end(link) == index).map(|link| link.value).sum()
        };
        (0..self.nodes.len()).map(|n| side(n, |link| link.to).max(side(n, |link| link.from))).collect()
    }
}

/// Layers from left to right; names beside their nodes.
pub fn layout(data: &Sankey, size: Size) -> Scene {
    let size = size.at_least(220.0);
    let font = size.font;
    let mut scene = Scene::new(size);
    let passing = data.passing();
    let layers = data.nodes.iter().map(|node| node.layer).max().map_or(0, |last| last + 1);
    let in_layer = |layer: usize| {
        data.nodes.iter().zip(&passing).filter(move |(n, flow)| n.layer == layer && **flow > 0.0)
    };
    let fullest = (0..layers).map(|l| in_layer(l).map(|(_, flow)| flow).sum::<f64>()).fold(0.0, f64::max);
    let whole = data.whole.filter(|whole| whole.is_finite()).unwrap_or(fullest).max(fullest);
    if whole <= 0.0 || layers < 2 {
        return scene;
    }
    let bar = font * 0.75;
    let names: Vec<Vec<String>> = data.nodes.iter().map(|node| name(node, layers, size)).collect();
    let unit = (size.width * 0.3).clamp(font * 10.0, font * 20.0) / whole;
    // A node takes the room of its name, where that is higher.
    let slot = |name: &Vec<String>, flow: f64| {
        (flow * unit + font * 0.4).max(font * (LINE * (name.len() + 1) as f64 + 0.6))
    };
    let slots = |layer: usize| {
        let all = data.nodes.iter().zip(&names).zip(&passing);
        let here = all.filter(move |((node, _), flow)| node.layer == layer && **flow > 0.0);
        here.map(|((_, name), flow)| slot(name, *flow)).sum::<f64>()
    };
    let height = (0..layers).map(slots).fold(0.0, f64::max);

    let mut places = vec![Place::default(); data.nodes.len()];
    for layer in 0..layers {
        let space = (height - slots(layer)) / in_layer(layer).count().max(1) as f64;
        let mut y = 0.0;
        let nodes = data.nodes.iter().zip(&names).zip(&mut places).zip(&passing);
        for (((node, name), place), flow) in nodes {
            if node.layer == layer && *flow > 0.0 {
                let room = slot(name, *flow) + space;
                *place = Place { flow: *flow, top: y + (room - flow * unit) / 2.0, ..Place::default() };
                y += room;
            }
        }
    }
    let widest = |layer: usize| {
        let width =
            data.nodes.iter().zip(&names).filter(|(node, _)| node.layer == layer).map(|(node, name)| {
                let name = name.iter().map(|line| text::width(line, font)).fold(0.0, f64::max);
                name.max(text::bold_width(&node.text, font))
            });
        width.fold(0.0, f64::max) + font * 0.6
    };
    let x = Scale::new((0.0, (layers - 1) as f64), (widest(0), size.width - widest(layers - 1) - bar));
    ribbons(&mut scene, data, &mut places, unit, |layer| x.at(layer as f64), bar);
    for ((node, name), place) in data.nodes.iter().zip(&names).zip(&places).filter(|(_, p)| p.flow > 0.0) {
        let side = Side::of(node.layer, layers);
        let (x, y) = ((x.at(node.layer as f64), bar), (place.top, place.flow * unit));
        draw_node(&mut scene, node, name, x, y, side);
    }
    scene.height = height;
    scene
}

/// From one line beside a node to the next, in parts of the text size.
const LINE: f64 = 1.15;

/// The name of a node in lines, so narrow that the ribbons keep their room.
fn name(node: &Node, layers: usize, size: Size) -> Vec<String> {
    match Side::of(node.layer, layers) {
        Side::Over => vec![node.label.clone()],
        Side::Left | Side::Right => text::whole(&node.label, size.width * 0.28, size.font),
    }
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Over,
}

impl Side {
    fn of(layer: usize, layers: usize) -> Self {
        if layer == 0 {
            Self::Left
        } else if layer + 1 == layers {
            Self::Right
        } else {
            Self::Over
        }
    }
}

fn draw_node(scene: &mut Scene, node: &Node, name: &[String], x: (f64, f64), y: (f64, f64), side: Side) {
    let font = scene.font;
    scene
        .rect("lt-part", (x.0, x.0 + x.1), (y.0, y.0 + y.1), 1.0)
        .pattern(Pattern::Part(node.part))
        .tip(format!("{} {}", node.label, node.text))
        .key(node.key.clone());
    let middle = y.0 + y.1 / 2.0;
    let step = font * LINE;
    let first = middle - font * 0.2 - step * (name.len().max(1) - 1) as f64 / 2.0;
    let (at, anchor) = match side {
        Side::Left => (x.0 - font * 0.5, Anchor::End),
        Side::Right => (x.0 + x.1 + font * 0.5, Anchor::Start),
        // Above its node, where the gap between two nodes leaves one line.
        Side::Over => {
            let text = format!("{} {}", node.label, node.text);
            scene.text("lt-text-strong", (x.0 + x.1 / 2.0, y.0 - font * 0.35), Anchor::Middle, text);
            return;
        }
    };
    for (index, line) in name.iter().enumerate() {
        let mark = scene.text("lt-text", (at, first + step * index as f64), anchor, line.clone());
        mark.tip(node.label.clone());
    }
    let below = first + step * name.len() as f64;
    scene.text("lt-text-strong", (at, below), anchor, node.text.clone()).key(node.key.clone());
}

fn ribbons(
    scene: &mut Scene,
    data: &Sankey,
    places: &mut [Place],
    unit: f64,
    x: impl Fn(usize) -> f64,
    bar: f64,
) {
    // Ribbons leave and enter in the order of the nodes at their other end, so as few as possible cross.
    let mut links: Vec<_> = data.flows().collect();
    links.sort_by_key(|link| (link.from, link.to));
    let starts: Vec<_> = links
        .iter()
        .map(|link| places.get_mut(link.from).map_or(0.0, |p| advance(p.top, &mut p.out, link.value * unit)))
        .collect();
    let mut order: Vec<_> = links.into_iter().zip(starts).collect();
    order.sort_by_key(|(link, _)| (link.to, link.from));
    for (link, start) in order {
        let (Some(from), Some(to)) = (data.nodes.get(link.from), data.nodes.get(link.to)) else { continue };
        let end = places.get_mut(link.to).map_or(0.0, |p| advance(p.top, &mut p.into, link.value * unit));
        let (x1, x2) = (x(from.layer) + bar, x(to.layer));
        let (thick, middle) = (link.value * unit, f64::midpoint(x1, x2));
        let d = format!(
            "M{x1:.1} {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {x2:.1} {:.1}V{:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {x1:.1} {:.1}Z",
            start,
            start,
            end,
            end,
            end + thick,
            end + thick,
            start + thick,
            start + thick
        );
        scene.path("lt-ribbon", d).pattern(Pattern::Part(from.part)).tip(link.text.clone());
    }
}

/// The place of the next ribbon at a node.
fn advance(top: f64, used: &mut f64, thick: f64) -> f64 {
    let at = top + *used;
    *used += thick;
    at
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::scene::{Scene, Shape, Size, assert_inside, drawing, faults},
        Link, Node, Sankey, layout,
    };

    fn node(label: &str, layer: usize) -> Node {
        Node { label: label.into(), text: "9 TJ".into(), layer, ..Node::default() }
    }

    fn link(from: usize, to: usize, value: f64) -> Link {
        Link { from, to, value, text: String::new() }
    }

    fn chart() -> Sankey {
        Sankey {
            nodes: vec![node("Coal", 0), node("Grid", 0), node("Steam", 1), node("Drives", 1)],
            links: vec![link(0, 2, 60.0), link(1, 2, 10.0), link(1, 3, 30.0)],
            whole: None,
        }
    }

    fn bars(scene: &Scene) -> Vec<(f64, f64)> {
        let ends = |mark: &&super::super::scene::Mark| match mark.shape {
            Shape::Rect { y, height, .. } => (y, height),
            ref other => panic!("not a node: {other:?}"),
        };
        scene.of("lt-part").iter().map(ends).collect()
    }

    #[test]
    fn nodes_are_as_high_as_their_flow() {
        // Width 500, text 10: 0.3 × 500 = 150 px for 100 units, 1.5 px each. Bars of 90, 60, 105 and 45 px; each
        // takes 4 px more, or the 29 px of its two lines: 158 px on both sides, so nothing is left to spread.
        let scene = layout(&chart(), Size { width: 500.0, font: 10.0 });
        let bars = bars(&scene);
        for (bar, expected) in bars.iter().zip([(2.0, 90.0), (96.0, 60.0), (2.0, 105.0), (111.0, 45.0)]) {
            assert!((bar.0 - expected.0).abs() < 0.01 && (bar.1 - expected.1).abs() < 0.01, "{bars:?}");
        }
        assert!((scene.height - 158.0).abs() < 0.01);
    }

    #[test]
    fn ribbons_fill_their_nodes_without_overlap() {
        let scene = layout(&chart(), Size { width: 500.0, font: 10.0 });
        let starts: Vec<_> = scene
            .of("lt-ribbon")
            .iter()
            .map(|mark| match &mark.shape {
                Shape::Path { d } => d.split(['M', 'C', ' ']).nth(2).unwrap().parse::<f64>().unwrap(),
                other => panic!("not a ribbon: {other:?}"),
            })
            .collect();
        // Coal → steam at the top of coal; grid → steam at the top of grid, grid → drives 10 × 1.5 px below it.
        assert_eq!(starts, [2.0, 96.0, 111.0]);
    }

    #[test]
    fn the_same_whole_gives_the_same_scale() {
        let half = Sankey { whole: Some(200.0), ..chart() };
        let bars = bars(&layout(&half, Size { width: 500.0, font: 10.0 }));
        assert!((bars[0].1 - 45.0).abs() < 0.01, "{bars:?}");
    }

    #[test]
    fn flows_that_cannot_be_are_left_out() {
        let mut data = chart();
        data.links.extend([link(2, 0, 5.0), link(0, 9, 5.0), link(0, 3, -5.0), link(0, 3, f64::NAN)]);
        let size = Size::wide(500.0);
        assert_eq!(layout(&data, size), layout(&chart(), size));
        assert!(layout(&Sankey::default(), size).marks.is_empty());
    }

    #[test]
    fn every_mark_stays_inside_the_scene() {
        let mut data = chart();
        data.nodes.push(node("Transport fuel and other vehicles", 0));
        data.nodes.push(node("Boiler", 1));
        data.links.push(link(4, 2, 1.0));
        for width in [300.0, 430.0, 1200.0] {
            assert_inside(&layout(&data, Size::wide(width)));
        }
    }

    #[test]
    fn thin_nodes_take_the_room_of_their_names() {
        let mut data = chart();
        data.nodes.push(node("Boiler and engine losses", 1));
        data.links.push(link(0, 4, 0.5));
        for width in [260.0, 298.0, 640.0] {
            assert_eq!(faults(&layout(&data, Size::wide(width))), Vec::<String>::new(), "{width}");
        }
    }

    #[test]
    fn the_drawing_is_unchanged() {
        insta::assert_snapshot!("sankey", drawing(&layout(&chart(), Size::wide(430.0))));
    }
}
