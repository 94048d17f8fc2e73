//! What can be chosen: sectors, places, carriers, units.

use crate::i18n::Currency;
use lantian_engine::carrier::{Carrier, Group};
use lantian_engine::data::{Region, Sector};
use lantian_engine::project::{Project, ReadingKind};
use lantian_engine::units::UnitId;

/// Sectors shown as chips: those the courses are about, and two that are no factory.
pub const COMMON_SECTORS: [Sector; 7] = [
    Sector::TextileDyeing,
    Sector::Electroplating,
    Sector::Plastics,
    Sector::Printing,
    Sector::FoodBeverage,
    Sector::Hotel,
    Sector::HkOffice,
];

/// Every sector a site can have. The others of the list are statistics of whole territories, or
/// (ceramics and glass) too unlike each other for common defaults.
pub fn sectors() -> impl Iterator<Item = Sector> {
    Sector::ALL.iter().copied().filter(|sector| {
        !matches!(sector, Sector::All | Sector::HkCommercial | Sector::HkTerritory | Sector::CeramicsGlass)
    })
}

/// A heading of the list of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    HongKong,
    Guangdong,
    Macao,
    OtherMainland,
}

/// Every place a site can have, in the order of the list.
pub fn places() -> Vec<(Area, Region)> {
    let mut places = vec![
        (Area::HongKong, Region::HkClp),
        (Area::HongKong, Region::HkHke),
        (Area::HongKong, Region::Hk),
        (Area::Guangdong, Region::CnGuangzhou),
        (Area::Guangdong, Region::CnShenzhen),
        (Area::Guangdong, Region::CnPrd),
        (Area::Guangdong, Region::CnGuangdong),
        (Area::Macao, Region::Mo),
    ];
    let provinces = Region::ALL.iter().copied().filter(|region| {
        let slug = region.slug();
        slug.starts_with("cn_")
            && !slug.starts_with("cn_grid")
            && !places.iter().any(|(_, known)| known == region)
    });
    let provinces: Vec<_> = provinces.map(|region| (Area::OtherMainland, region)).collect();
    places.extend(provinces);
    places
}

/// Whether a place (by slug) lies on the Mainland.
pub fn mainland(region: &str) -> bool {
    Region::from_slug(region).is_some_and(|region| region.ancestors().any(|above| above == Region::Cn))
}

/// Whether a place (by slug) lies in Hong Kong.
pub fn hong_kong(region: &str) -> bool {
    Region::from_slug(region).is_some_and(|region| region.ancestors().any(|above| above == Region::Hk))
}

/// A currency as the project file names it.
pub fn currency_slug(currency: Currency) -> &'static str {
    match currency {
        Currency::Hkd => "hkd",
        Currency::Cny => "cny",
        Currency::Mop => "mop",
        Currency::Usd => "usd",
    }
}

/// The currency of a project; what the engine takes when none is said.
pub fn currency_of(project: &Project) -> Currency {
    Currency::from_code(&project.finance.currency).unwrap_or(Currency::Cny)
}

/// The currency bills have in a place.
pub fn local_currency(region: &str) -> Currency {
    match Region::from_slug(region) {
        Some(Region::Mo) => Currency::Mop,
        _ if hong_kong(region) => Currency::Hkd,
        _ => Currency::Cny,
    }
}

/// Puts a place into the project. As long as no amount of money has been entered the currency
/// follows it; afterwards a change would give the amounts another meaning.
pub fn settle_in(project: &mut Project, region: &str) {
    region.clone_into(&mut project.site.region);
    if !has_money(project) {
        currency_slug(local_currency(region)).clone_into(&mut project.finance.currency);
    }
}

/// Whether anything in the project is an amount of money.
pub fn has_money(project: &Project) -> bool {
    let finance = &project.finance;
    let bills = project.bills.iter().any(|bill| {
        let amount = bill.kind == ReadingKind::Money && (bill.amount.is_some() || bill.raw.is_some());
        amount || bill.price.is_some() || bill.fixed_cost.is_some()
    });
    let quotes = project.plans.iter().flat_map(|plan| &plan.measures).any(|choice| choice.quote.is_some());
    let treatment = project.wastewater.as_ref().is_some_and(|water| water.cost_per_m3.is_some());
    let paid = project.activities.iter().any(|row| row.cost.is_some());
    let terms = [finance.carbon_price, finance.grant_cap, project.site.revenue];
    bills || quotes || treatment || paid || terms.iter().any(Option::is_some)
}

/// Units in which bills of a carrier come, the usual one first. The engine accepts each of them.
pub fn bill_units(carrier: Carrier) -> &'static [UnitId] {
    use UnitId as U;
    match carrier {
        Carrier::Electricity => &[U::Kwh, U::Kwh10k, U::Mwh, U::Gwh],
        Carrier::NaturalGas => &[U::M3, U::TenThousandM3, U::Nm3, U::Sm320c, U::Gj, U::Mj, U::Mmbtu, U::Kwh],
        Carrier::Towngas => &[U::TowngasUnit, U::Mj, U::Gj, U::Kwh],
        Carrier::Lpg => &[U::Kg, U::T, U::L, U::M3, U::Gj],
        Carrier::Lng => &[U::T, U::Kg, U::Gj, U::Mmbtu],
        Carrier::Steam => &[U::T, U::Gj, U::Mj, U::Kwh],
        Carrier::Water => &[U::M3, U::TenThousandM3, U::Kl],
        _ => match carrier.group() {
            Group::Liquid => &[U::L, U::Kl, U::T, U::Kg, U::Gj],
            _ => &[U::T, U::Kg, U::T10k, U::Gj, U::Tce],
        },
    }
}

/// Fuels that are burnt for steam, hot water and process heat, the most usual first.
pub fn heat_fuels(region: &str) -> Vec<Carrier> {
    let first: &[Carrier] = if hong_kong(region) {
        &[Carrier::Towngas, Carrier::Diesel, Carrier::Lpg]
    } else {
        &[Carrier::NaturalGas]
    };
    let all = Carrier::ALL
        .iter()
        .copied()
        .filter(|carrier| (carrier.is_fuel() || *carrier == Carrier::Steam) && *carrier != Carrier::Petrol);
    let mut fuels = first.to_vec();
    fuels.extend(all.filter(|carrier| !first.contains(carrier)));
    fuels
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::notice::ProblemKind;
    use lantian_engine::project::{Bill, Site};

    #[test]
    fn there_is_no_sector_without_a_split_of_electricity() {
        let count = sectors().count();
        assert_eq!(count, 31, "22 sectors and nine kinds of some");
        for sector in sectors() {
            let site =
                Site { sector: sector.slug().to_owned(), region: "cn_prd".to_owned(), ..Site::default() };
            let bill = Bill { carrier: "electricity".to_owned(), amount: Some(1e6), ..Bill::default() };
            let project = Project { site, bills: vec![bill], ..Project::new() };
            assert_eq!(assess(&project, Depth::Quick).problems, [], "{}", sector.slug());
        }
    }

    #[test]
    fn every_place_has_a_grid_factor() {
        for (_, region) in places() {
            assert!(lantian_engine::data::grid_ghg(region).is_some(), "{}", region.slug());
        }
        assert_eq!(places().iter().filter(|(_, region)| *region == Region::CnGuangdong).count(), 1);
    }

    #[test]
    fn the_engine_accepts_every_unit_offered() {
        for &carrier in Carrier::ALL {
            for unit in bill_units(carrier) {
                let mut project = Project::new();
                project.site.sector = "textile_dyeing".to_owned();
                project.site.region = "cn_guangdong".to_owned();
                let bill = |carrier: &str, unit: &str| Bill {
                    carrier: carrier.to_owned(),
                    unit: unit.to_owned(),
                    amount: Some(10.0),
                    ..Bill::default()
                };
                project.bills.push(bill(carrier.slug(), unit.slug()));
                if carrier != Carrier::Electricity {
                    project.bills.push(bill("electricity", "kwh"));
                }
                let units: Vec<_> = assess(&project, Depth::Quick)
                    .problems
                    .into_iter()
                    .filter(|problem| matches!(problem.kind, ProblemKind::Unit { .. }))
                    .collect();
                assert_eq!(units, [], "{} {}", carrier.slug(), unit.slug());
            }
        }
    }

    #[test]
    fn the_currency_follows_the_place_until_money_is_entered() {
        let mut project = Project::new();
        settle_in(&mut project, "hk_clp");
        assert_eq!(project.finance.currency, "hkd");
        settle_in(&mut project, "cn_shenzhen");
        assert_eq!(project.finance.currency, "cny");
        project.bills.push(Bill { price: Some(0.7), ..Bill::default() });
        settle_in(&mut project, "mo");
        assert_eq!((project.site.region.as_str(), project.finance.currency.as_str()), ("mo", "cny"));
    }
}
