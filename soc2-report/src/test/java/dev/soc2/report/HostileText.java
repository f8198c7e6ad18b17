package dev.soc2.report;

import java.util.List;

/** Texts that want to be something else: markup, a link, a cell, a formula, another direction, an order to a terminal. */
final class HostileText {

    static final List<String> ALL = List.of(
            "<script>alert(1)</script>|`*_[x](javascript:alert(1))\u202E\"'&",
            "</title></style></textarea><img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)><a href=\"javascript:alert(1)\">",
            "' onmouseover='alert(1)' x='",
            "javascript:alert(1)//",
            "<!-- --!><![CDATA[ ]]><?php ?>",
            "| --- | --- |\n\n# heading\n\n- [ ] item\n\n```\ncode\n```\n",
            "![x](https://example.com/x.png) <https://example.com> www.example.com https://example.com @team #1 :tada:",
            "[ref]: https://example.com\r\n> quote\r\n1. one\r\n1) one\r\n---\r\n===\r\n",
            "\\`\\*\\_\\|$x^2$~~gone~~",
            "\u001B[31mred\u001B[0m\u0007\u009B2J\u0000\u0008",
            "\u2066\u2067\u2069\u200E\u200F\u061C\u200B\uFEFF\u2028\u2029\u0085",
            "\uD800 \uDC00 \uFFFE \uFDD0 \uDB40\uDC41 \uD83F\uDFFE",
            "=HYPERLINK(\"http://example.com\")\t+1 -1",
            "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u05E2\u05D1\u05E8\u05D9\u05EA \uD83D\uDC69\u200D\uD83D\uDCBB e\u0301\u0301\u0301",
            "${7*7} #{7*7} {{7*7}} @if(true) !{var x = 1;} %n %s");

    private HostileText() {}
}
