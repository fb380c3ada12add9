package org.errorpages.hint;

import java.util.Map;
import java.util.Optional;

/** What a rule asks of a throwable beyond its class. */
sealed interface Sign {

    /** How many frames from the top are looked at. */
    int MAX_FRAMES = 64;

    /** Returns what was found, perhaps no values, or nothing where the sign is missing. */
    Optional<Map<String, String>> in(Clue clue);

    /** Returns how much the sign tells: the stronger kind more, of one kind the longer text. */
    int strength();

    /** Returns the sign that the text between the brackets of a rule asks for, or nothing if it is none. */
    static Optional<Sign> parse(String text) {
        if (text.equals("trace=none")) {
            return Optional.of(new NoTrace());
        }
        if (text.startsWith("message=")) {
            return Optional.of(new MessageIs(text.substring("message=".length())));
        }
        if (text.startsWith("message~")) {
            return MessageTemplate.parse(text.substring("message~".length())).map(MessageSays::new);
        }
        return ofPrefix(text);
    }

    private static Optional<Sign> ofPrefix(String text) {
        int operator = text.indexOf("^=");
        var operand = operator < 0 ? "" : text.substring(operator + 2);
        if (operand.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.substring(0, operator)) {
            case "sqlstate" -> Optional.of(new SqlState(operand));
            case "top" -> Optional.of(new Top(operand));
            case "frame" -> Optional.of(new Frame(operand));
            default -> Optional.empty();
        };
    }

    private static Optional<Map<String, String>> shown(boolean whether) {
        return whether ? Optional.of(Map.of()) : Optional.empty();
    }

    /** The message holds what a template describes; only then is it worth while to look for its secrets. */
    record MessageSays(MessageTemplate template) implements Sign {

        @Override
        public Optional<Map<String, String>> in(Clue clue) {
            return template.find(clue.raw()).isEmpty() ? Optional.empty() : template.find(clue.message());
        }

        @Override
        public int strength() {
            return 3_000 + template.length();
        }
    }

    /** The message is the text; to have none says little. */
    record MessageIs(String text) implements Sign {

        @Override
        public Optional<Map<String, String>> in(Clue clue) {
            return shown(clue.raw().equals(text) && clue.message().equals(text));
        }

        @Override
        public int strength() {
            return text.isEmpty() ? 0 : 3_000 + text.length();
        }
    }

    /** The SQLSTATE starts so. */
    record SqlState(String prefix) implements Sign {

        @Override
        public Optional<Map<String, String>> in(Clue clue) {
            return shown(clue.suspect().sqlState().startsWith(prefix));
        }

        @Override
        public int strength() {
            return 2_000 + prefix.length();
        }
    }

    /** The innermost call starts so. */
    record Top(String prefix) implements Sign {

        @Override
        public Optional<Map<String, String>> in(Clue clue) {
            return shown(clue.top().startsWith(prefix));
        }

        @Override
        public int strength() {
            return 2_000 + prefix.length();
        }
    }

    /** A class among the frames starts so: the weakest evidence, as it says where and not what. */
    record Frame(String prefix) implements Sign {

        @Override
        public Optional<Map<String, String>> in(Clue clue) {
            return shown(clue.frames().stream().limit(MAX_FRAMES).anyMatch(frame -> frame.getClassName()
                    .startsWith(prefix)));
        }

        @Override
        public int strength() {
            return 1_000 + prefix.length();
        }
    }

    /** There are no frames. */
    record NoTrace() implements Sign {

        @Override
        public Optional<Map<String, String>> in(Clue clue) {
            return shown(clue.frames().isEmpty());
        }

        @Override
        public int strength() {
            return 1_000;
        }
    }
}
