package org.narrowgate.web.console.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page as somebody reads it: what an element says, what a field holds. */
record Shown(String html) {
    static Shown of(Response answer) {
        return new Shown(answer.asString());
    }

    /** Why something was not done. */
    String alert() {
        return words(part("<div class=\"alert\".*?</div>"));
    }

    List<String> linksOfAlert() {
        return all("href=\"([^\"]+)\"", part("<div class=\"alert\".*?</div>"));
    }

    /** What the first element of this class says. */
    String of(String style) {
        return words(part("<(\\w+) class=\"" + Pattern.quote(style) + "\".*?</\\1>"));
    }

    /** What the element with this id says. */
    String at(String id) {
        return words(part("<(\\w+) [^>]*\\bid=\"" + Pattern.quote(id) + "\".*?</\\1>"));
    }

    /** What a field of one line holds. */
    String held(String id) {
        var field = part("<input [^>]*\\bid=\"" + Pattern.quote(id) + "\"[^>]*>");
        return all("\\bvalue=\"([^\"]*)\"", field).getFirst();
    }

    List<String> options(String id) {
        return all("<option value=\"([^\"]*)\"", part("<select id=\"" + Pattern.quote(id) + "\".*?</select>"));
    }

    private String part(String pattern) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }

    private static List<String> all(String pattern, String within) {
        return Pattern.compile(pattern)
                .matcher(within)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
