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
    let most = (0..layers).map(|l| in_layer(l).count()).max().unwrap_or(1);
    // Names of two lines have to fit beside even the thinnest node.
    let gap = font * 2.5;
    let unit = (size.width * 0.3).clamp(font * 10.0, font * 20.0) / whole;
    let height = whole * unit + gap * most as f64;

    let mut places = vec![Place::default(); data.nodes.len()];
    for layer in 0..layers {
        let used: f64 = in_layer(layer).map(|(_, flow)| flow * unit).sum();
        let count = in_layer(layer).count();
        let space = (height - used) / count.max(1) as f64;
        let mut y = space / 2.0;
        for ((node, place), flow) in data.nodes.iter().zip(&mut places).zip(&passing) {
            if node.layer == layer && *flow > 0.0 {
                *place = Place { flow: *flow, top: y, ..Place::default() };
                y += flow * unit + space;
            }
        }
    }
    let bar = font * 0.75;
    let name_room = size.width * if size.width < font * 30.0 { 0.31 } else { 0.26 };
    let widest = |layer: usize| {
        let width = in_layer(layer)
            .map(|(node, _)| text::width(&node.label, font).max(text::width(&node.text, font)));
        width.fold(0.0, f64::max).min(name_room) + font * 0.6
    };
    let x = Scale::new((0.0, (layers - 1) as f64), (widest(0), size.width - widest(layers - 1) - bar));
    ribbons(&mut scene, data, &mut places, unit, |layer| x.at(layer as f64), bar);
    for (node, place) in data.nodes.iter().zip(&places).filter(|(_, place)| place.flow > 0.0) {
        let side = if node.layer == 0 {
            Side::Left
        } else if node.layer == layers - 1 {
            Side::Right
        } else {
            Side::Over
        };
        draw_node(
            &mut scene,
            node,
            (x.at(node.layer as f64), bar),
            (place.top, place.flow * unit),
            side,
            name_room,
        );
    }
    scene.height = height;
    scene
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Over,
}

fn draw_node(scene: &mut Scene, node: &Node, x: (f64, f64), y: (f64, f64), side: Side, room: f64) {
    let font = scene.font;
    scene
        .rect("lt-part", (x.0, x.0 + x.1), (y.0, y.0 + y.1), 1.0)
        .pattern(Pattern::Part(node.part))
        .tip(format!("{} {}", node.label, node.text))
        .key(node.key.clone());
    let name = text::wrap(&node.label, room, font, 1).concat();
    let middle = y.0 + y.1 / 2.0;
    let (at, anchor, first) = match side {
        Side::Left => (x.0 - font * 0.5, Anchor::End, middle - font * 0.2),
        Side::Right => (x.0 + x.1 + font * 0.5, Anchor::Start, middle - font * 0.2),
        // Above its node, where the gap between two nodes leaves one line.
        Side::Over => {
            let text = format!("{name} {}", node.text);
            scene.text("lt-text-strong", (x.0 + x.1 / 2.0, y.0 - font * 0.35), Anchor::Middle, text);
            return;
        }
    };
    scene.text("lt-text", (at, first), anchor, name).tip(node.label.clone());
    scene.text("lt-text-strong", (at, first + font * 1.15), anchor, node.text.clone()).key(node.key.clone());
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

#[cfg(test)]
mod tests {
    use super::{
        super::scene::{Scene, Shape, Size, assert_inside, drawing},
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
        // Width 500, text 10: 0.3 × 500 = 150 px for 100 units, 1.5 px each; two nodes a layer with 2 × 25 px of gaps.
        let scene = layout(&chart(), Size { width: 500.0, font: 10.0 });
        let bars = bars(&scene);
        for (bar, expected) in bars.iter().zip([(12.5, 90.0), (127.5, 60.0), (12.5, 105.0), (142.5, 45.0)]) {
            assert!((bar.0 - expected.0).abs() < 0.01 && (bar.1 - expected.1).abs() < 0.01, "{bars:?}");
        }
        assert!((scene.height - 200.0).abs() < 0.01);
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
        assert_eq!(starts, [12.5, 127.5, 142.5]);
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
    fn the_drawing_is_unchanged() {
        insta::assert_snapshot!("sankey", drawing(&layout(&chart(), Size::wide(430.0))));
    }
}
