package org.errorpages.render.html;

import java.util.regex.Pattern;

/**
 * A colour of a page, written {@code #rrggbb} or {@code #rgb} as in a style sheet, and in no other way.
 *
 * @param red 0–255
 * @param green 0–255
 * @param blue 0–255
 */
record Colour(int red, int green, int blue) {

    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final int BRIGHTEST = 0xff;

    Colour {
        if (!isPart(red) || !isPart(green) || !isPart(blue)) {
            throw new IllegalArgumentException("a colour has parts from 0 to " + BRIGHTEST);
        }
    }

    /**
     * Returns the colour of a text.
     *
     * @throws IllegalArgumentException if the text is written in another way
     */
    static Colour parse(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a colour; allowed: #rrggbb or #rgb");
        }
        boolean brief = text.length() == 4;
        int rgb = Integer.parseInt(text, 1, text.length(), 16);
        // Of a brief colour each digit stands for itself twice: f for ff.
        return brief
                ? new Colour((rgb >> 8) * 0x11, (rgb >> 4 & 0xf) * 0x11, (rgb & 0xf) * 0x11)
                : new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Returns how bright the colour looks, 0 for black to 1 for white (WCAG 2.2, relative luminance). */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / (double) BRIGHTEST;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static boolean isPart(int part) {
        return part >= 0 && part <= BRIGHTEST;
    }

    /** Returns the colour as {@code #rrggbb}. */
    @Override
    public String toString() {
        // With a leading 1 no zero gets lost.
        return "#"
                + Integer.toHexString(1 << 24 | red << 16 | green << 8 | blue).substring(1);
    }
}
