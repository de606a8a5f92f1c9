//! Everything that can be said: each clip by its name, with its words and its sound in each language that needs it.

use crate::language::Language;

/// The list, and what is known of each. A clip that a language has no words for is left out of what it says.
macro_rules! clips {
    ($($clip:ident $name:literal { $(zh $zh:literal)? $(en $en:literal)? })*) => {
        /// A few words that are recorded once and played wherever they are said.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Clip { $(#[doc = concat!($($zh,)? " " $(, $en)?)] $clip),* }

        impl Clip {
            /// Every clip.
            pub const ALL: &'static [Self] = &[$(Self::$clip),*];

            /// Its name in an address, and of its file: letters and digits.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$clip => $name),* }
            }

            /// What it says; `None` in a language that has no word for it.
            #[must_use]
            pub const fn words(self, language: Language) -> Option<&'static str> {
                match (self, language) {
                    $(
                        $((Self::$clip, Language::ZhCn) => Some($zh),)?
                        $((Self::$clip, Language::En) => Some($en),)?
                    )*
                    _ => None,
                }
            }

            /// How it sounds, as whole MPEG frames; `None` where it has no words.
            #[must_use]
            pub const fn sound(self, language: Language) -> Option<&'static [u8]> {
                match (self, language) {
                    $(
                        $((Self::$clip, Language::ZhCn) => {
                            let _ = $zh;
                            Some(include_bytes!(concat!("../../sounds/zh-CN/", $name, ".mp3")).as_slice())
                        })?
                        $((Self::$clip, Language::En) => {
                            let _ = $en;
                            Some(include_bytes!(concat!("../../sounds/en/", $name, ".mp3")).as_slice())
                        })?
                    )*
                    _ => None,
                }
            }
        }
    };
}

// One clip a line: `scripts/sounds` reads them here.
clips! {
    // Between two things that are said.
    Pause "pause" { zh "，" en "," }

    // Numbers.
    N0 "n0" { zh "零" en "zero" }
    N1 "n1" { zh "一" en "one" }
    N2 "n2" { zh "二" en "two" }
    Both "both" { zh "两" }
    N3 "n3" { zh "三" en "three" }
    N4 "n4" { zh "四" en "four" }
    N5 "n5" { zh "五" en "five" }
    N6 "n6" { zh "六" en "six" }
    N7 "n7" { zh "七" en "seven" }
    N8 "n8" { zh "八" en "eight" }
    N9 "n9" { zh "九" en "nine" }
    N10 "n10" { zh "十" en "ten" }
    N11 "n11" { en "eleven" }
    N12 "n12" { en "twelve" }
    N13 "n13" { en "thirteen" }
    N14 "n14" { en "fourteen" }
    N15 "n15" { en "fifteen" }
    N16 "n16" { en "sixteen" }
    N17 "n17" { en "seventeen" }
    N18 "n18" { en "eighteen" }
    N19 "n19" { en "nineteen" }
    N20 "n20" { en "twenty" }
    N30 "n30" { en "thirty" }
    N40 "n40" { en "forty" }
    N50 "n50" { en "fifty" }
    N60 "n60" { en "sixty" }
    N70 "n70" { en "seventy" }
    N80 "n80" { en "eighty" }
    N90 "n90" { en "ninety" }
    Hundred "hundred" { zh "百" en "hundred" }
    Thousand "thousand" { zh "千" en "thousand" }
    TenThousand "wan" { zh "万" }
    HundredMillion "yi" { zh "亿" }
    Million "million" { en "million" }
    Billion "billion" { en "billion" }
    And "and" { en "and" }
    Minus "minus" { zh "负" en "minus" }

    // What is counted.
    Yuan "yuan" { zh "块" en "yuan" }
    TenFen "mao" { zh "毛" }
    Fen "fen" { zh "分" en "fen" }
    Piece "piece" { en "piece" }
    Pieces "pieces" { zh "件" en "pieces" }
    Day "day" { en "day" }
    Days "days" { zh "天" en "days" }

    // Dates.
    Year "year" { zh "年" }
    Month "yue" { zh "月" }
    DayOfMonth "hao" { zh "号" }
    January "jan" { en "January" }
    February "feb" { en "February" }
    March "mar" { en "March" }
    April "apr" { en "April" }
    May "may" { en "May" }
    June "jun" { en "June" }
    July "jul" { en "July" }
    August "aug" { en "August" }
    September "sep" { en "September" }
    October "oct" { en "October" }
    November "nov" { en "November" }
    December "dec" { en "December" }

    // Her work: which on the page, how many, by when.
    Nth "nth" { zh "第" en "work number" }
    NthWork "nthwork" { zh "样活" }
    ToMake "make" { zh "还要做" en "to make" }
    ToRework "redo" { zh "要返工" en "to rework" }
    Repairs "repairs" { zh "客户退回来修的" en "sent back by the firm to repair" }
    DueIn "duein" { zh "还有" en "due in" }
    DueToday "duetoday" { zh "今天要交" en "due today" }
    DueTomorrow "duetomorrow" { zh "明天要交" en "due tomorrow" }
    Late "late" { zh "晚了" en "late by" }
    DueOn "dueon" { en "due" }
    DueThen "due" { zh "要交" }
    Each "each" { zh "一件" en "each piece" }
    Brings "brings" { zh "做完挣" en "earns" }
    Nothing "nothing" { zh "手里没有活了" en "no work in hand" }
    NothingNext "nothingnext" { zh "有了新活，带头人会告诉您" en "the coordinator will tell you when there is new work" }

    // Her card.
    CardNews "cardnews" { zh "您的卡变过，要不是您自己，请马上告诉带头人" en "your card was changed, if that was not you, tell the coordinator at once" }

    // Handing in.
    Declared "declared" { zh "报了" en "you declared" }
    Waiting "waiting" { zh "等点货" en "waiting to be counted" }
    Undeclared "undeclared" { zh "还没报的有" en "not declared yet" }
    HowMany "howmany" { zh "这回交几件" en "how many are you handing in" }
    AllDeclared "alldeclared" { zh "手里的都报过了" en "all you have is declared" }

    // Counts.
    CountedOn "countedon" { en "counted on" }
    CountedThen "counted" { zh "点的" }
    Accepted "accepted" { zh "合格" en "accepted" }
    Rework "rework" { zh "返工" en "rework" }
    Scrapped "scrapped" { zh "报废" en "scrapped" }
    YouEarned "youearned" { zh "这次挣的" en "you earned" }
    Because "because" { zh "原因" en "reason" }
    Undone "undone" { zh "改过，不算了" en "corrected, not valid any more" }
    TakenBack "takenback" { zh "改正，原来的数倒回去" en "correction, the numbers are taken back" }

    // Entries of the book.
    Issued "issued" { zh "领了" en "issued" }
    Returned "returned" { zh "退回" en "returned" }
    Paid "paid" { zh "领到的工钱" en "wages paid" }
    Bonus "bonus" { zh "奖金" en "bonus" }
    Deduction "deduction" { zh "扣款" en "deduction" }
    Advance "advance" { zh "预支" en "advance" }
    Received "received" { zh "已收到" en "received" }
    NothingPaid "nothingpaid" { zh "还没有领过钱" en "nothing paid yet" }

    // Sums.
    EarnedThisMonth "month" { zh "本月挣的" en "earned this month" }
    Earned "earned" { zh "挣的" en "earned" }
    Carried "carried" { zh "上回结下来" en "carried over" }
    Owed "owed" { zh "还欠您" en "owed to you" }
    Ahead "ahead" { zh "您拿到的比挣的多" en "you were paid more than you earned" }
    AheadNext "aheadnext" { zh "多的以后从工钱里扣" en "the difference comes off your next pay" }
    ThisYear "thisyear" { zh "今年到现在" en "this year so far" }
    MonthTotal "monthtotal" { zh "本月合计" en "month total" }
    Given "given" { zh "领走的" en "paid to you" }

    // What was said of it.
    SaidRight "saidright" { zh "您说对" en "you said it is right" }
    YouSaid "yousaid" { zh "您说是" en "you said" }
    Answered "answered" { zh "带头人回话" en "the coordinator answered" }
    NoAnswer "noanswer" { zh "等带头人回话" en "waiting for the coordinator's answer" }
    Few "few" { zh "数少了" en "counted too few" }
    NotRework "notrework" { zh "好的当成返工了" en "good ones were sent back" }
    NotScrap "notscrap" { zh "好的当成报废了" en "good ones were scrapped" }
    WrongStyle "wrongstyle" { zh "款不对" en "wrong style" }
    WrongNumber "wrongnumber" { zh "数不对" en "the number is wrong" }
    Never "never" { zh "没有这回事" en "this never happened" }
    NotMine "notmine" { zh "不是我的" en "this was not me" }
    NotTold "nottold" { zh "没跟我说过" en "I was not told" }
    Miscounted "miscounted" { zh "数错了" en "miscounted" }
    Loose "loose" { zh "花瓣松" en "loose petals" }
    Wire "wire" { zh "铁丝外露" en "wire shows" }
    Colour "colour" { zh "颜色不对" en "wrong colour" }
    Cash "cash" { zh "现金" en "cash" }
    WeChat "wechat" { zh "微信" en "WeChat" }
    Alipay "alipay" { zh "支付宝" en "Alipay" }
    Bank "bank" { zh "银行" en "bank" }
    Written "written" { zh "还写了字，请人念给您听" en "there are written words, ask somebody to read them to you" }
    More "more" { zh "后面还有" en "and there is more on the page" }
}

impl Clip {
    /// The clip of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|clip| clip.name() == name)
    }
}
