package org.errorpages.render;

import java.util.List;
import org.errorpages.report.Occasion;

/** A part of a body that is written at once. */
sealed interface Run {

    /** Returns the part with its slots filled; what nobody may change. */
    byte[] filled(Occasion occasion, Moment moment);

    /** What is always the same; nobody may change it. */
    final class Constant implements Run {

        private final byte[] text;

        Constant(byte[] text) {
            this.text = text;
        }

        @Override
        public byte[] filled(Occasion occasion, Moment moment) {
            return text;
        }
    }

    /** Texts with a slot after each but the last. */
    final class Mixed implements Run {

        private final byte[][] texts;
        private final Slot[] slots;

        Mixed(List<byte[]> texts, List<Slot> slots) {
            this.texts = texts.toArray(byte[][]::new);
            this.slots = slots.toArray(Slot[]::new);
        }

        @Override
        public byte[] filled(Occasion occasion, Moment moment) {
            var fillings = new byte[slots.length][];
            for (int i = 0; i < slots.length; i++) {
                fillings[i] = slots[i].bytes(occasion, moment);
            }
            var part = new byte[length(texts) + length(fillings)];
            int at = copied(texts[0], part, 0);
            for (int i = 0; i < slots.length; i++) {
                at = copied(fillings[i], part, at);
                at = copied(texts[i + 1], part, at);
            }
            return part;
        }

        private static int length(byte[][] texts) {
            int sum = 0;
            for (var text : texts) {
                sum += text.length;
            }
            return sum;
        }

        private static int copied(byte[] from, byte[] to, int at) {
            System.arraycopy(from, 0, to, at, from.length);
            return at + from.length;
        }
    }
}
