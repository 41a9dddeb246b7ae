package org.narrowgate.web.console.policy.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.governance.draft.DocumentTree;
import org.narrowgate.governance.draft.Edit;

/** A part of a policy document, to be changed in a form. */
public record PartForm(List<Section> sections) {
    public PartForm {
        sections = List.copyOf(sections);
    }

    /** What the form shows of a document. */
    public Texts texts(DocumentTree document) {
        var texts = new HashMap<String, List<String>>();
        elements().forEach(elements -> texts.put(elements.shown(), document.names(elements.list())));
        var shown = new Texts(texts);
        inputs(shown).forEach(input -> texts.put(input.pointer(), input.texts(document.find(input.pointer()))));
        return new Texts(texts);
    }

    /** What somebody changed: between what the form showed them, and what they sent. */
    public List<Edit> edits(Texts shown, Texts typed) {
        return sections.stream()
                .flatMap(section -> switch (section) {
                    case Section.Values values -> replaced(values.inputs(), shown, typed);
                    case Section.OptionalPart part -> edits(part, shown, typed);
                    case Section.Elements elements -> edits(elements, shown, typed);
                })
                .toList();
    }

    /** What somebody typed that is not what the form showed them; and what they would add and remove. */
    public Texts changed(Texts shown, Texts typed) {
        var changed = new HashMap<String, List<String>>();
        inputs(shown)
                .filter(input -> isChanged(input, shown, typed))
                .forEach(input -> changed.put(input.pointer(), typed.all(input.pointer())));
        elements().forEach(elements -> keepMoves(elements, typed, changed));
        return new Texts(changed);
    }

    /** What somebody changed, put over what the document has come to hold meanwhile. */
    public Texts onto(Texts newest, Texts changed) {
        return newest.with(changed.fields());
    }

    /** The label of a field that the form shows with these texts; empty where it shows no such field. */
    public Optional<String> label(Texts shown, String pointer) {
        return Stream.concat(inputs(shown), toAdd())
                .filter(input -> input.pointer().equals(pointer))
                .map(Input::label)
                .findFirst();
    }

    /** The field that a fault is to be shown beside: the nearest that holds where the fault is; empty where none does. */
    public Optional<String> fieldOf(Texts shown, String pointer) {
        return Stream.concat(Stream.concat(inputs(shown), toAdd()).map(Input::pointer), lists())
                .filter(field -> isWithin(field, pointer))
                .max(Comparator.comparingInt(String::length));
    }

    /** The place of a fault in an element that is only being added: its fields have no name of their own yet. */
    public String asShown(Texts typed, String pointer) {
        return elements()
                .filter(elements -> !typed.one(elements.added()).isEmpty())
                .filter(elements -> isWithin(elements.list() + "/" + typed.one(elements.added()), pointer))
                .findFirst()
                .map(elements -> elements.toAdd()
                        + pointer.substring((elements.list() + "/" + typed.one(elements.added())).length()))
                .orElse(pointer);
    }

    private static boolean isWithin(String part, String pointer) {
        return pointer.equals(part) || pointer.startsWith(part + "/");
    }

    private Stream<Section.Elements> elements() {
        return sections.stream()
                .flatMap(
                        section -> section instanceof Section.Elements elements ? Stream.of(elements) : Stream.empty());
    }

    private Stream<String> lists() {
        return elements().flatMap(elements -> Stream.of(elements.list(), elements.toAdd()));
    }

    private Stream<Input> inputs(Texts shown) {
        return sections.stream().flatMap(section -> switch (section) {
            case Section.Values values -> values.inputs().stream();
            case Section.OptionalPart part -> part.inputs().stream();
            case Section.Elements elements ->
                shown.all(elements.shown()).stream().flatMap(name -> elements.inputsOf(name).stream());
        });
    }

    private Stream<Input> toAdd() {
        return elements().flatMap(elements -> elements.inputsToAdd().stream());
    }

    // As a whole where it comes or goes: an object that is not there has no property to be put in place.
    private static Stream<Edit> edits(Section.OptionalPart part, Texts shown, Texts typed) {
        boolean isShown = holdsAny(part, shown);
        if (isShown && !holdsAny(part, typed)) {
            return Stream.of(new Edit.Remove(part.part()));
        }
        if (isShown || !holdsAny(part, typed)) {
            return replaced(part.inputs(), shown, typed);
        }
        var made = JsonNodeFactory.instance.objectNode();
        for (var input : part.inputs()) {
            var property = input.pointer().substring(part.part().length() + 1);
            input.value(typed.all(input.pointer())).ifPresent(value -> made.set(property, value));
        }
        return Stream.of(new Edit.Replace(part.part(), made));
    }

    private static boolean holdsAny(Section.OptionalPart part, Texts texts) {
        return part.inputs().stream()
                .anyMatch(input -> !texts.one(input.pointer()).isBlank());
    }

    private static Stream<Edit> edits(Section.Elements elements, Texts shown, Texts typed) {
        var edits = new ArrayList<Edit>();
        for (var name : shown.all(elements.shown())) {
            if (typed.all(elements.removing()).contains(name)) {
                edits.add(new Edit.Remove(elements.list() + "/" + name));
            } else {
                replaced(elements.inputsOf(name), shown, typed).forEach(edits::add);
            }
        }
        var added = typed.one(elements.added());
        if (!added.isEmpty()) {
            edits.add(new Edit.Add(elements.list(), added(elements, added, typed)));
        }
        return edits.stream();
    }

    private static JsonNode added(Section.Elements elements, String name, Texts typed) {
        var element = JsonNodeFactory.instance.objectNode().put(elements.naming(), name);
        for (var input : elements.inputsToAdd(name)) {
            var property = input.pointer().substring(elements.toAdd().length() + 1);
            input.value(typed.all(input.pointer())).ifPresent(value -> element.set(property, value));
        }
        return element;
    }

    private static Stream<Edit> replaced(List<Input> inputs, Texts shown, Texts typed) {
        return inputs.stream()
                .filter(input -> isChanged(input, shown, typed))
                .map(input -> input.value(typed.all(input.pointer()))
                        .<Edit>map(value -> new Edit.Replace(input.pointer(), value))
                        .orElseGet(() -> new Edit.Remove(input.pointer())));
    }

    private static boolean isChanged(Input input, Texts shown, Texts typed) {
        return !input.value(shown.all(input.pointer())).equals(input.value(typed.all(input.pointer())));
    }

    private static void keepMoves(Section.Elements elements, Texts typed, Map<String, List<String>> kept) {
        kept.put(elements.removing(), typed.all(elements.removing()));
        kept.put(elements.added(), typed.all(elements.added()));
        elements.inputsToAdd().forEach(input -> kept.put(input.pointer(), typed.all(input.pointer())));
    }
}
