package dev.binnacle.admission;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Writes one JSON object on one line, in which no control character stands raw, not even one that JSON permits. */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new Escapes()).build();

    private Json() {}

    static String object(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Also escapes what a terminal or a line reader obeys: DEL, C1 controls, line separators, direction overrides. */
    private static final class Escapes extends CharacterEscapes {
        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return obeyed(character) ? new SerializedString("\\u%04x".formatted(character)) : null;
        }

        private static boolean obeyed(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    character <= Character.MAX_VALUE;
                default -> false;
            };
        }
    }
}
