//! Words and characters that a language does not use.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::locale::Language;

/// Words to avoid; English ones are matched as whole words, without regard to case.
pub fn avoided(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &[
            "verified",
            "certified",
            "guaranteed",
            "accurate",
            "precise",
            "optimal",
            "carbon neutral",
            "eco",
            "simply",
            "just",
            "only",
            "invalid",
            "illegal",
            "user",
            "oops",
            "error",
            "domestic",
            "color",
            "liter",
            "program",
            "center",
        ],
        Language::ZhHant => &[
            "保證",
            "準確無誤",
            "最佳",
            "綠色",
            "錯誤",
            "非法",
            "用家",
            "國內",
            "大陸",
            "中國內地",
            "係數",
            "瓩",
            "尖峰",
            "離峰",
            "碳盤查",
            "永續",
            "資訊",
            "懸浮微粒",
            "瓦斯",
            "公尺",
            "透過",
            "點擊",
            "信心",
            "已核實",
            "隱私",
            "咗",
            "嘅",
            "唔",
            "嗰",
            "字段",
            "質量指數",
            "裡",
            "台灣",
            "檔桉",
            "打印",
            "文件夾",
            "賬户",
        ],
        Language::ZhHans => &[
            "保证",
            "精准",
            "最优",
            "最佳",
            "一键",
            "赋能",
            "抓手",
            "助力",
            "打造",
            "错误",
            "非法",
            "质素",
            "透过",
            "档案",
            "列印",
            "软体",
            "已核实",
            "空气污染",
            "国内",
            "排放系数",
            "资料",
        ],
    }
}

/// Texts that hold an avoided word on purpose, with the key's beginning and the word.
pub const ALLOWED: &[(&str, &str)] = &[
    // A proof stands behind these words.
    ("best.", "最佳"),
    ("best.", "最优"),
    ("finding.best_", "最佳"),
    ("finding.best_", "最优"),
    // "Digits only" and "choose only one" say what to type or choose.
    ("error.", "only"),
    // The standard error is a term of statistics.
    ("chart.sampled", "error"),
    // Names of things, not praise.
    ("key.fuel.", "domestic"),
    ("key.material.", "domestic"),
    ("key.material.", "綠色"),
    ("key.treatment.", "domestic"),
    ("key.industry.", "domestic"),
];

/// Characters of the other script, in pairs traditional and simplified.
const PAIRS: &str = "電电氣气環环產产業业廠厂費费減减節节資资數数據据計计劃划與与選选擇择設设備备機机\
    鍋锅爐炉熱热壓压縮缩風风動动車车輛辆溫温氫氢氯氯單单價价額额賬账錢钱貸贷損损報报\
    會会這这個个們们來来後后時时開开關关門门間间問问題题無无並并應应當当經经營营濟济\
    測测試试驗验證证變变頻频處处實实際际區区國国過过還还進进遠远達达運运輸输載载輯辑\
    貨货買买賣卖質质賺赚購购贈赠贏赢長长張张強强確确認认識识說说讀读請请調调論论譯译\
    護护讓让記记訊讯許许評评詳详語语誤误課课訂订規规範范親亲觀观視视覺觉見见現现環环\
    號号綠绿紅红級级紙纸線线織织給给結结絡络統统繼继續续維维總总綜综約约細细終终組组\
    術术標标樓楼樣样檢检極极構构權权機机東东條条椅椅橋桥歐欧歷历歸归殘残氬氩\
    準准滅灭濕湿滿满漲涨漸渐潔洁澤泽濃浓燒烧燈灯爭争爾尔獲获獨独獎奖獻献異异畫画療疗\
    盡尽監监盤盘眾众碼码禮礼種种稱称積积穩稳窯窑筆笔簡简籤签糧粮紡纺純纯綫线練练\
    聯联聲声職职脫脱腦脑臺台舊旧艙舱蘭兰藍蓝虛虚蟲虫補补裝装製制複复觸触訪访\
    貝贝負负財财責责貴贵質质賴赖趨趋輕轻轉转農农適适鄰邻鄭郑醫医釋释針针鋼钢銅铜銀银\
    錄录鎮镇鐵铁鑄铸陽阳陰阴陸陆隊队階阶隨随隱隐雙双雜杂難难雲云靈灵靜静響响頁页項项\
    順顺預预領领頻频願愿類类顯显飲饮館馆馬马驅驱驟骤體体點点龍龙齊齐齒齿優优傳传億亿\
    價价儲储兩两內内冊册凍冻剛刚創创劑剂勞劳勢势勵励匯汇協协參参員员啟启噸吨圍围圖图\
    園园團团執执場场塊块塗涂塵尘增增壞坏夠够將将專专尋寻對对導导層层屬属島岛嶺岭幣币\
    帶带幫帮廣广廢废廳厅彈弹彙汇徑径從从復复態态慣惯憑凭懸悬戶户戰战掃扫採采換换揮挥\
    擬拟擴扩擾扰攝摄敗败敵敌斷断於于舉举萬万葉叶著著裏里";

/// Some simplified forms are traditional characters in their own right: 后, 制, 里, 余.
const IN_BOTH_SCRIPTS: &str = "后制里台准并划采范复系于云尽汇愿凭余表著";

/// Characters that do not belong in Traditional Chinese, and in Simplified Chinese.
static FOREIGN: LazyLock<[BTreeSet<char>; 2]> = LazyLock::new(|| {
    let characters = || PAIRS.chars().filter(|character| !character.is_whitespace());
    let traditional: BTreeSet<char> = characters().step_by(2).collect();
    let simplified: BTreeSet<char> = characters().skip(1).step_by(2).collect();
    let without = |set: &BTreeSet<char>, other: &BTreeSet<char>| {
        set.difference(other).copied().filter(|character| !IN_BOTH_SCRIPTS.contains(*character)).collect()
    };
    [without(&simplified, &traditional), without(&traditional, &simplified)]
});

/// Whether a character belongs to the other Chinese script than `language`.
pub fn is_foreign(language: Language, character: char) -> bool {
    let [in_traditional, in_simplified] = &*FOREIGN;
    match language {
        Language::En => false,
        Language::ZhHant => in_traditional.contains(&character),
        Language::ZhHans => in_simplified.contains(&character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_are_told_apart() {
        for (traditional, simplified) in [('電', '电'), ('廠', '厂'), ('裏', '里')] {
            assert!(is_foreign(Language::ZhHans, traditional));
            assert!(!is_foreign(Language::ZhHant, traditional) && !is_foreign(Language::ZhHans, simplified));
        }
        assert!(is_foreign(Language::ZhHant, '电') && !is_foreign(Language::ZhHant, '里'));
        assert!(!is_foreign(Language::ZhHans, '增') && !is_foreign(Language::En, '电'));
    }
}
