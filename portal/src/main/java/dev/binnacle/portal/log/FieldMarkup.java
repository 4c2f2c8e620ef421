package dev.binnacle.portal.log;

/** A field of the index, which opens to show its values. */
final class FieldMarkup {

    private static final Markup FIELD = new Markup("""
            <details class="field" data-field="{}"><summary data-type="{}" title="{}">{}</summary><div></div></details>""");

    private FieldMarkup() {}

    static void write(StringBuilder out, FieldsPanel.Entry field) {
        FIELD.write(out, field.name(), field.sign(), field.type(), field.says());
    }
}
