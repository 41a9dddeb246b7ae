package org.narrowgate.governance.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ThreeWaysTest {
    private final ThreeWays ways = new ThreeWays();

    @Test
    void takesWhatOnlyOneSideChanged() {
        assertThat(joined("{'a':1,'b':1,'c':1}", "{'a':2,'b':1,'c':1}", "{'a':1,'b':2,'d':1}"))
                .isEqualTo(json("{'a':2,'b':2,'d':1}"));
        assertThat(ways.conflicts()).isEmpty();
    }

    @Test
    void findsElementsByTheirIdWhereverTheyStand() {
        assertThat(joined(
                        "[{'id':'x','n':1,'m':1},{'id':'y','n':1}]",
                        "[{'id':'x','n':2,'m':1},{'id':'y','n':1},{'id':'ours'}]",
                        "[{'id':'theirs'},{'id':'y','n':1},{'id':'x','n':1,'m':2}]"))
                .isEqualTo(json("[{'id':'theirs'},{'id':'y','n':1},{'id':'x','n':2,'m':2},{'id':'ours'}]"));
        assertThat(ways.conflicts()).isEmpty();
    }

    @Test
    void joinsWordsAsASet() {
        assertThat(joined("['a','b','c']", "['b','c','ours']", "['a','b','theirs']"))
                .isEqualTo(json("['b','theirs','ours']"));
        assertThat(ways.conflicts()).isEmpty();
    }

    @Test
    void takesAwayWhatOneSideTookAwayAndTheOtherLeft() {
        assertThat(joined("[{'id':'x'},{'id':'y'}]", "[{'id':'y'}]", "[{'id':'x'},{'id':'y'}]"))
                .isEqualTo(json("[{'id':'y'}]"));
        assertThat(ways.conflicts()).isEmpty();
    }

    @Test
    void keepsOursAndSaysSoWhereBothChangedTheSame() {
        assertThat(joined("{'p':[{'id':'x','n':1}]}", "{'p':[{'id':'x','n':2}]}", "{'p':[{'id':'x','n':3}]}"))
                .isEqualTo(json("{'p':[{'id':'x','n':2}]}"));
        assertThat(ways.conflicts())
                .containsExactly("both changed /p/x/n: the draft keeps `2`, the version in force has `3`");
    }

    @Test
    void keepsAnElementThatOursChangedAndTheirsTookAway() {
        assertThat(joined("[{'id':'x','n':1}]", "[{'id':'x','n':2}]", "[]")).isEqualTo(json("[{'id':'x','n':2}]"));
        assertThat(ways.conflicts())
                .containsExactly("both changed /x: the draft keeps its own, the version in force has nothing there");
    }

    @Test
    void joinsNoListOfNumbers() {
        assertThat(joined("[1,2]", "[1,3]", "[2,4]")).isEqualTo(json("[1,3]"));
        assertThat(ways.conflicts()).hasSize(1);
    }

    private JsonNode joined(String before, String ours, String theirs) {
        return ways.join(json(before), json(ours), json(theirs));
    }

    private static JsonNode json(String text) {
        return DocumentTree.of(text.replace('\'', '"')).root();
    }
}
