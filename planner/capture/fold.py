"""Folding a line for reading: full-width twins become ASCII, capitals small, every character keeping its place.

Because no character is added or lost, a position in the folded text is the same position in the line as typed, which is
what lets spans be found in the one and struck from the other.
"""

from __future__ import annotations

__all__ = ["CLOSERS", "STOPS", "fold", "is_han", "is_word", "simplified"]

_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TWINS.update(
    dict.fromkeys((0x3000, 0xA0, 0x2009, 0x202F, 0x85, 0x2028, 0x2029, *range(0x9, 0xE), *range(0x1C, 0x20)), 0x20)
)
_TWINS.update({0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0x2212: 0x2D, 0x301C: 0x7E})
_TWINS[0x2019] = 0x27

STOPS = frozenset(" ,;:!?()[]{}\"'<>@#+\\、。，；：！？（）【】《》“”‘’「」『』…\t\n\r")
"""Characters that end a name or a tag."""

CLOSERS = {'"': '"', "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉"}
"""Opening quotation marks and what closes each; what stands between is never parsed."""


def fold(line: str) -> str:
    """The line with full-width signs, digits and letters as ASCII, dashes as ``-``, and small letters; same length."""
    wide = line if line.isascii() else line.translate(_TWINS)
    low = wide.lower()
    if len(low) == len(wide):
        return low if low.isprintable() else low.translate(_TWINS)
    return "".join(small if len(small := one.lower()) == 1 else one for one in wide)


_TRADITIONAL = (
    "週點後號個禮兩時鐘鍾節國慶陽聖誕農曆臘婦兒親師勞動軍黨復雙單內間開會辦結從於約遲過飯處驚蟄穀滿種報長員標項樓線關總劃計紀講議檢務應這來當續為還請準備確認學習審閱"
    "簽發給與題們機車場門廳館庫倉廠隊組櫃樣圖條見聯調傳達領導責頭數終歲嚴記護愛貳參擬協轉訪屬順聽書對預決萬億幾餘強離將係據橋區縣鄉鎮東龍戰戶稅財費補貼證帳賬碼電網級"
    "階實寫讀課選試評覆徵絡彙匯規則職養濟幫殘優撫廢壞無難熱觀嗎麼裡裏閏問隨連運進遠類願風飛齊載輪輸輔較歷滅災燈獎獻現環產畢異療監盤蓋礙積窮競筆築簡範糧紙細綱維緊縮織"
    "繼績罰義聞聲興舉舊艱華葉藥蘇術衛裝製視訂訓設許訴診詢該詳誤說誰談論諾謝識變讓貨質購貴買賣贈趕跡軟適遞遺邊郵醫釋針鐵錄錢鎖鏡閉陳陸隱雜雲靜響頁須頒顧顯驗體鬥魚麥黃"
)
_SIMPLIFIED = (
    "周点后号个礼两时钟钟节国庆阳圣诞农历腊妇儿亲师劳动军党复双单内间开会办结从于约迟过饭处惊蛰谷满种报长员标项楼线关总划计纪讲议检务应这来当续为还请准备确认学习审阅"
    "签发给与题们机车场门厅馆库仓厂队组柜样图条见联调传达领导责头数终岁严记护爱贰叁拟协转访属顺听书对预决万亿几余强离将系据桥区县乡镇东龙战户税财费补贴证账账码电网级"
    "阶实写读课选试评复征络汇汇规则职养济帮残优抚废坏无难热观吗么里里闰问随连运进远类愿风飞齐载轮输辅较历灭灾灯奖献现环产毕异疗监盘盖碍积穷竞笔筑简范粮纸细纲维紧缩织"
    "继绩罚义闻声兴举旧艰华叶药苏术卫装制视订训设许诉诊询该详误说谁谈论诺谢识变让货质购贵买卖赠赶迹软适递遗边邮医释针铁录钱锁镜闭陈陆隐杂云静响页须颁顾显验体斗鱼麦黄"
)
"""The characters that this package's own words are made of, as they are written in Taiwan and Hong Kong, and here."""
_FORMS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """The text with traditional characters as simplified ones (下週五 as 下周五); same length, for reading only."""
    return text if text.isascii() else text.translate(_FORMS)


def is_han(char: str) -> bool:
    """Whether a character is a Chinese ideograph (the Unified block, its first extension, or 〇)."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


def is_word(char: str) -> bool:
    """Whether a character is a letter, digit or underscore of a script that parts words by spaces."""
    return (char.isalnum() or char == "_") and not is_han(char)
