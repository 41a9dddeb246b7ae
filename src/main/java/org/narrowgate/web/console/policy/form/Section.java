package org.narrowgate.web.console.policy.form;

import java.util.List;
import java.util.function.Function;

/** A part of a form under one heading. */
public sealed interface Section {
    String title();

    String hint();

    /** Values, one by one. */
    record Values(String title, String hint, List<Input> inputs) implements Section {
        public Values {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A part that need not be there: it is while any of its values is.
     *
     * @param part where it stands in the document
     * @param inputs their pointers begin at the document, and name properties of the part
     */
    record OptionalPart(String title, String hint, String part, List<Input> inputs) implements Section {
        public OptionalPart {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A list of which elements can be added and removed.
     *
     * @param list where it stands in the document
     * @param naming the property of an element that names it in its list
     * @param names what an element can be called
     * @param inputs those of an element, by its name; their pointers begin at the element
     * @param blank those of an element that is to be added, whatever it will be called
     */
    record Elements(
            String title,
            String hint,
            String list,
            String naming,
            String adding,
            List<Option> names,
            Function<String, List<Input>> inputs,
            List<Input> blank)
            implements Section {
        public Elements {
            names = List.copyOf(names);
            blank = List.copyOf(blank);
        }

        /** What an element is called. */
        String words(String name) {
            return names.stream()
                    .filter(option -> option.value().equals(name))
                    .map(Option::words)
                    .findFirst()
                    .orElse(name);
        }

        List<Input> inputsOf(String name) {
            return inputs.apply(name).stream()
                    .map(input -> under(list + "/" + name, input))
                    .toList();
        }

        List<Input> inputsToAdd() {
            return blank.stream().map(input -> under(toAdd(), input)).toList();
        }

        /** Of the element that is to be added, the inputs that one of this name has. */
        List<Input> inputsToAdd(String name) {
            return inputs.apply(name).stream()
                    .map(input -> under(toAdd(), input))
                    .toList();
        }

        /** Which elements the form shows. */
        String shown() {
            return list;
        }

        /** Which of them are to go. */
        String removing() {
            return "remove:" + list;
        }

        /** What is to be added. */
        String added() {
            return "add:" + list;
        }

        String toAdd() {
            return list + "/+";
        }

        private static Input under(String element, Input input) {
            return new Input(element + input.pointer(), input.label(), input.hint(), input.kind(), input.options());
        }
    }
}
