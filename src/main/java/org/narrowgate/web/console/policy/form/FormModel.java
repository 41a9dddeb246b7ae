package org.narrowgate.web.console.policy.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A form as its page shows it. */
public record FormModel(List<SectionModel> sections) {
    public FormModel {
        sections = List.copyOf(sections);
    }

    /**
     * @param texts what its fields hold
     * @param faults what is wrong, by the field's name
     */
    public static FormModel of(PartForm form, Texts texts, Map<String, String> faults) {
        return new FormModel(form.sections().stream()
                .map(section -> switch (section) {
                    case Section.Values values ->
                        new SectionModel(
                                id(values.title()),
                                values.title(),
                                values.hint(),
                                "",
                                "",
                                inputs(values.inputs(), texts, faults),
                                List.of(),
                                List.of());
                    case Section.OptionalPart part ->
                        new SectionModel(
                                id(part.title()),
                                part.title(),
                                part.hint(),
                                "",
                                "",
                                inputs(part.inputs(), texts, faults),
                                List.of(),
                                List.of());
                    case Section.Elements elements -> of(elements, texts, faults);
                })
                .toList());
    }

    private static SectionModel of(Section.Elements elements, Texts texts, Map<String, String> faults) {
        var shown = texts.all(elements.shown()).stream()
                .map(name -> new ElementModel(
                        name,
                        elements.words(name),
                        elements.removing(),
                        texts.all(elements.removing()).contains(name) ? "checked" : "",
                        inputs(elements.inputsOf(name), texts, faults)))
                .toList();
        var free = elements.names().stream()
                .filter(option -> !texts.all(elements.shown()).contains(option.value()))
                .toList();
        return new SectionModel(
                id(elements.title()),
                elements.title(),
                elements.hint(),
                elements.shown(),
                faults.getOrDefault(elements.list(), ""),
                List.of(),
                shown,
                free.isEmpty() ? List.of() : List.of(toAdd(elements, free, texts, faults)));
    }

    private static AddModel toAdd(
            Section.Elements elements, List<Option> free, Texts texts, Map<String, String> faults) {
        var name = new Input(elements.added(), elements.adding(), "", Input.Kind.OPTIONAL_CHOICE, free);
        var fields = new ArrayList<InputModel>();
        fields.add(InputModel.of(name, texts.all(elements.added()), faults.getOrDefault(elements.toAdd(), "")));
        fields.addAll(inputs(elements.inputsToAdd(), texts, faults));
        return new AddModel(elements.adding(), texts.one(elements.added()).isEmpty() ? "" : "open", fields);
    }

    private static List<InputModel> inputs(List<Input> inputs, Texts texts, Map<String, String> faults) {
        return inputs.stream()
                .map(input ->
                        InputModel.of(input, texts.all(input.pointer()), faults.getOrDefault(input.pointer(), "")))
                .toList();
    }

    private static String id(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /**
     * @param list where it stands in the document, where it is one
     * @param fault of the list as a whole; empty where there is none
     * @param elements those of a list
     * @param toAdd the fields of one to be added, where one can be
     */
    public record SectionModel(
            String id,
            String title,
            String hint,
            String list,
            String fault,
            List<InputModel> inputs,
            List<ElementModel> elements,
            List<AddModel> toAdd) {
        public SectionModel {
            inputs = List.copyOf(inputs);
            elements = List.copyOf(elements);
            toAdd = List.copyOf(toAdd);
        }
    }

    /**
     * @param removing the name of the field that removes it
     * @param removed an attribute, or nothing
     */
    public record ElementModel(String name, String title, String removing, String removed, List<InputModel> inputs) {
        public ElementModel {
            inputs = List.copyOf(inputs);
        }
    }

    /** @param open an attribute, or nothing */
    public record AddModel(String title, String open, List<InputModel> inputs) {
        public AddModel {
            inputs = List.copyOf(inputs);
        }
    }
}
