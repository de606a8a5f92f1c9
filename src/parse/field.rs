//! The columns and labels that we know, by every name that firms and notebooks give them.

use super::text::narrow;
use serde::{Deserialize, Serialize};

/// What a column or a label is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// The number of a row; read past.
    Row,
    /// A style's code.
    Style,
    /// A style's name.
    StyleName,
    /// What tells lines of one style apart: a colour, a size.
    Variant,
    /// A step's code.
    Step,
    /// A step's name.
    StepName,
    /// The piece rate, in yuan.
    Rate,
    /// Standard minutes a piece.
    Minutes,
    /// The day from which a rate holds.
    From,
    /// A worker's number.
    Worker,
    /// A worker's name.
    WorkerName,
    /// Minutes that a worker offers a day.
    MinutesADay,
    /// Her days off.
    DaysOff,
    /// The style/steps that she can do.
    Skills,
    /// A day.
    Day,
    /// An order's number.
    Order,
    /// What a row of the notebook is.
    Entry,
    /// A number of pieces.
    Pieces,
    /// Where pictures stand; they are no text.
    Picture,
    /// What a row counts in.
    Unit,
    /// An amount in yuan.
    Yuan,
    /// The firm's price for a piece, in yuan.
    Price,
    /// Pieces in a pack.
    Pack,
    /// A remark.
    Note,
    /// The firm's name.
    Firm,
    /// The day on which an order was placed.
    Placed,
    /// The day on which it is due.
    Due,
    /// The row that adds up.
    Total,
}

impl Field {
    /// What the columns of an order can be, in the order in which they are asked for.
    pub const OF_ORDERS: [Self; 11] = [
        Self::Style,
        Self::StyleName,
        Self::Variant,
        Self::Pieces,
        Self::Price,
        Self::Pack,
        Self::Note,
        Self::Order,
        Self::Firm,
        Self::Placed,
        Self::Due,
    ];

    /// Its name in forms, in the database and on the command line; empty where no column is that.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Style => "style",
            Self::StyleName => "name",
            Self::Variant => "variant",
            Self::Pieces => "pieces",
            Self::Price => "price",
            Self::Pack => "pack",
            Self::Note => "note",
            Self::Order => "order",
            Self::Firm => "firm",
            Self::Placed => "placed",
            Self::Due => "due",
            Self::Step => "step",
            Self::StepName => "step-name",
            Self::Rate => "rate",
            Self::Minutes => "minutes",
            Self::From => "from",
            Self::Worker => "worker",
            Self::WorkerName => "worker-name",
            Self::MinutesADay => "minutes-a-day",
            Self::DaysOff => "days-off",
            Self::Skills => "skills",
            Self::Day => "day",
            Self::Entry => "entry",
            Self::Yuan => "yuan",
            Self::Row | Self::Picture | Self::Unit | Self::Total => "",
        }
    }

    /// What we call it: Chinese, English.
    #[must_use]
    pub fn names(self) -> (&'static str, &'static str) {
        let (chinese, english) = self.words();
        (chinese.first().copied().unwrap_or(""), english.first().copied().unwrap_or(""))
    }

    /// Every word for it; the first of each is ours. English in small letters.
    pub(super) fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Row => (&["序号", "编号", "行号"], &["no", "no.", "#", "line", "row", "item"]),
            Self::Style => (
                &["款号", "款式编号", "款式号", "货号", "款", "产品编号", "产品货号", "产品型号", "编码", "产品编码"],
                &[
                    "style",
                    "style code",
                    "style no",
                    "style no.",
                    "style number",
                    "style #",
                    "item code",
                    "item no",
                    "item no.",
                    "item number",
                    "item #",
                    "art no",
                    "art. no.",
                    "art.no.",
                    "art no.",
                    "article",
                    "article no",
                    "article no.",
                    "product code",
                    "product no",
                    "product no.",
                    "sku",
                    "ref",
                    "ref.",
                    "ref no",
                    "ref no.",
                    "code",
                    "model",
                    "model no",
                    "model no.",
                ],
            ),
            Self::StyleName => (
                &["品名", "款名", "款式名称", "名称", "货名", "产品名称", "品名及规格", "货物名称"],
                &[
                    "name",
                    "style name",
                    "item name",
                    "description",
                    "product",
                    "product name",
                    "description of goods",
                    "goods",
                ],
            ),
            Self::Variant => (
                &["规格", "颜色", "尺寸", "色", "花色", "颜色规格", "规格型号", "品种", "型号", "色号", "尺码", "长度"],
                &["variant", "colour", "color", "size", "variety", "specification", "spec", "spec.", "specs", "col."],
            ),
            Self::Step => (&["工序", "工序号", "工序编号"], &["step", "step code", "operation"]),
            Self::StepName => (&["工序名", "工序名称"], &["step name", "operation name"]),
            Self::Rate => (&["工价", "加工费", "计件工价"], &["rate", "piece rate"]),
            Self::Minutes => (
                &["标准分钟", "标准工时", "每枝分钟"],
                &["standard minutes", "minutes", "std minutes", "minutes per piece"],
            ),
            Self::From => (
                &["生效日期", "起始日期", "开始日期"],
                &["from", "valid from", "effective from", "effective date", "since"],
            ),
            Self::Worker => (
                &["工号", "工人编号", "工人号"],
                &["worker", "worker no", "worker no.", "worker number", "number", "worker code"],
            ),
            Self::WorkerName => (&["姓名", "名字"], &["name", "worker name", "full name"]),
            Self::MinutesADay => (
                &["每天可做分钟", "每天分钟", "每日分钟", "每日可做分钟"],
                &["minutes per day", "minutes a day", "daily minutes"],
            ),
            Self::DaysOff => (&["休息日", "休息", "公休"], &["days off", "day off", "rest days", "off"]),
            Self::Skills => (&["会做", "技能", "会做工序"], &["can do", "skills", "steps"]),
            Self::Day => (&["日期", "日子"], &["date", "day"]),
            Self::Order => (
                &[
                    "订单号",
                    "订单编号",
                    "订单",
                    "单号",
                    "合同号",
                    "合同编号",
                    "合同号码",
                    "合约号",
                    "订单号码",
                    "采购单号",
                    "po号",
                ],
                &[
                    "order",
                    "order no",
                    "order no.",
                    "order number",
                    "order code",
                    "order #",
                    "po",
                    "po no",
                    "po no.",
                    "po number",
                    "po #",
                    "p.o. no.",
                    "p/o no.",
                    "contract",
                    "contract no",
                    "contract no.",
                    "contract number",
                    "our ref",
                    "our ref.",
                ],
            ),
            Self::Entry => (&["事项", "类型", "摘要"], &["entry", "what", "type", "kind"]),
            Self::Pieces => (
                &["数量", "件数", "枝数", "支数", "订单数量", "订货数量", "订购数量", "总数量", "数量合计"],
                &[
                    "quantity",
                    "qty",
                    "qty.",
                    "q'ty",
                    "pieces",
                    "pcs",
                    "count",
                    "order quantity",
                    "order qty",
                    "total qty",
                    "total quantity",
                ],
            ),
            Self::Picture => (
                &["图", "图片", "照片", "款图", "样图", "图样"],
                &["picture", "pictures", "photo", "photos", "image", "pic", "pic."],
            ),
            Self::Unit => (&["单位", "计量单位"], &["unit", "uom", "units"]),
            Self::Yuan => (&["金额", "钱"], &["amount", "yuan", "money"]),
            Self::Price => (
                &["单价", "价格", "加工单价", "含税单价", "工缴", "单位价格"],
                &["unit price", "price", "price each", "price per piece", "u/price", "price/pc", "unit cost", "rate"],
            ),
            Self::Pack => (
                &["包装数", "每包", "每包数量", "装箱数", "包装"],
                &["pack", "pack size", "per pack", "pieces per pack", "packing"],
            ),
            Self::Note => (&["备注", "说明", "注"], &["note", "notes", "remark", "remarks", "comment", "comments"]),
            Self::Firm => (
                &["公司", "客户", "甲方", "外贸公司", "公司名称", "客户名称"],
                &["firm", "company", "customer", "buyer", "client"],
            ),
            Self::Placed => (
                &["下单日期", "订单日期", "下单日", "下单时间", "签订日期", "订货日期", "制单日期"],
                &["order date", "placed", "date placed", "placed on", "date"],
            ),
            Self::Due => (
                &["交期", "交货日期", "交货期", "交货日", "交期日期", "交货时间", "出货日期", "船期", "完成日期"],
                &[
                    "due date",
                    "due",
                    "delivery date",
                    "deliver by",
                    "delivery",
                    "ship date",
                    "shipment date",
                    "delivery time",
                    "etd",
                ],
            ),
            Self::Total => (
                &["合计", "总计", "总数", "共计", "小计"],
                &["total", "totals", "grand total", "sum", "total quantity", "total qty"],
            ),
        }
    }

    /// Whether a text says that it is this, such as `数量（枝）`, `QTY` or `Style_Code *`.
    pub(super) fn is_called(self, text: &str) -> bool {
        self.is_header(&plain(text))
    }

    /// The first of these that a text says it is.
    pub(super) fn called(text: &str, fields: &[Self]) -> Option<Self> {
        let header = plain(text);
        fields.iter().copied().find(|field| field.is_header(&header))
    }

    fn is_header(self, header: &str) -> bool {
        let (chinese, english) = self.words();
        !header.is_empty() && chinese.iter().chain(english).any(|word| *word == header)
    }

    /// The unit that a header names, where it is not the one in which we count: a price in dollars must not be read as yuan.
    pub(super) fn other_unit(self, header: &str) -> Option<String> {
        let others: &[&str] = match self {
            Self::Rate | Self::Yuan | Self::Price => &[
                "美", "欧", "日元", "港", "英镑", "分", "角", "百", "千", "万", "$", "€", "£", "usd", "eur", "jpy",
                "hkd", "gbp", "fen", "cent", "dozen", "打", "箱", "盒",
            ],
            Self::Pieces | Self::Pack => {
                &["打", "箱", "盒", "百", "千", "万", "dozen", "dz", "carton", "ctn", "box", "hundred", "thousand"]
            }
            Self::Minutes | Self::MinutesADay => &["秒", "时", "sec", "hour"],
            _ => return None,
        };
        let narrow = narrow(header).to_lowercase();
        let (_, unit) = narrow.split_once('(')?;
        let unit = unit.trim_end_matches(')');
        // 枝/箱 counts pieces, but 元/打 is no price for a piece.
        let counted = unit.split('/').next().unwrap_or_default();
        let judged = if matches!(self, Self::Pieces | Self::Pack) { counted } else { unit };
        others.iter().any(|other| judged.contains(other)).then(|| super::text::show(unit))
    }
}

/// A header without its unit, marks and case.
fn plain(text: &str) -> String {
    let text = narrow(text).to_lowercase().replace('_', " ");
    let text = text.split(['(', '[', '【']).next().unwrap_or_default();
    let text = super::text::tidy(text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':')));
    // Chinese headers are sometimes spaced out to fill a cell: 数 量.
    if text.is_ascii() { text } else { text.replace(' ', "") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_by_many_names() {
        for header in ["数量", "数量（枝）", " 数  量 ", "QTY", "Quantity (pcs)", "quantity*", "数量:"] {
            assert!(Field::Pieces.is_called(header), "{header}");
        }
        for header in ["", "数量不足", "Quantity ordered last year", "款号"] {
            assert!(!Field::Pieces.is_called(header), "{header}");
        }
    }

    #[test]
    fn another_unit_is_seen() {
        for header in ["单价(美元)", "Price (USD)", "Unit price（US$）", "单价(分)"] {
            assert!(Field::Price.other_unit(header).is_some(), "{header}");
        }
        for header in ["单价(元)", "单价（元/枝）", "Price (yuan)", "Price (RMB per piece)", "单价"] {
            assert!(Field::Price.other_unit(header).is_none(), "{header}");
        }
        assert!(Field::Pieces.other_unit("数量(打)").is_some());
        assert!(Field::Pieces.other_unit("数量（枝）").is_none());
        assert!(Field::Pack.other_unit("包装数（枝/箱）").is_none());
        assert!(Field::Price.other_unit("单价（元/打）").is_some());
        assert!(Field::MinutesADay.other_unit("Minutes per day (hours)").is_some());
    }
}
