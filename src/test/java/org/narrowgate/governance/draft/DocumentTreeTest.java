package org.narrowgate.governance.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;

class DocumentTreeTest {
    private static final String DOCUMENT =
            "{\"title\":\"t\",\"purposes\":[{\"id\":\"one\",\"n/a\":1},{\"id\":\"two\",\"words\":[\"a\",\"b\"]}]}";

    @ParameterizedTest
    @ValueSource(strings = {"/purposes/0/id", "/purposes/one/id"})
    void namesAnElementByItsNumberOrByItsId(String pointer) {
        // When
        var edited = edited(new Edit.Replace(pointer, new TextNode("three")));
        // Then
        assertThat(edited)
                .isEqualTo("{\"title\":\"t\",\"purposes\":[{\"id\":\"three\",\"n/a\":1},{\"id\":\"two\",\"words\":"
                        + "[\"a\",\"b\"]}]}");
    }

    @Test
    void putsAMemberWhereAnObjectHasNoneYet() {
        assertThat(edited(new Edit.Replace("/limit", new IntNode(3)))).endsWith(",\"limit\":3}");
    }

    @Test
    void readsTheEscapesOfAPointer() {
        assertThat(edited(new Edit.Replace("/purposes/one/n~1a", new IntNode(2))))
                .contains("\"n/a\":2");
    }

    @Test
    void addsAtTheEndOfAList() {
        assertThat(edited(new Edit.Add("/purposes/two/words", new TextNode("c"))))
                .contains("[\"a\",\"b\",\"c\"]");
    }

    @Test
    void removesAnElementAndAMember() {
        assertThat(edited(new Edit.Remove("/purposes/one"), new Edit.Remove("/title")))
                .isEqualTo("{\"purposes\":[{\"id\":\"two\",\"words\":[\"a\",\"b\"]}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/purposes/three, there is nothing here",
        "/purposes/2, there is nothing here",
        "/nowhere/at/all, there is nothing here",
        "/limit, there is nothing here",
        "title, not a JSON pointer",
        "'', 'only the whole document is here, and it is replaced by another document'"
    })
    void removesNothingThatIsNotThere(String pointer, String message) {
        assertThatThrownBy(() -> edited(new Edit.Remove(pointer)))
                .isInstanceOfSatisfying(
                        PolicyFaultsException.class,
                        thrown -> assertThat(thrown.faults()).containsExactly(new PolicyFault(pointer, message)));
    }

    @Test
    void addsOnlyToLists() {
        assertThatThrownBy(() -> edited(new Edit.Add("/title", new TextNode("more"))))
                .isInstanceOfSatisfying(
                        PolicyFaultsException.class,
                        thrown -> assertThat(thrown.faults()).containsExactly(new PolicyFault("/title", "not a list")));
    }

    private static String edited(Edit... edits) {
        var tree = DocumentTree.of(DOCUMENT);
        tree.edit(List.of(edits));
        return tree.json();
    }
}
