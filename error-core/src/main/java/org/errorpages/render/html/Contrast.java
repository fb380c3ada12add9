package org.errorpages.render.html;

/** How well one colour stands out from another (WCAG 2.2, contrast ratio). */
final class Contrast {

    /** What text needs on its ground (WCAG 2.2, 1.4.3). */
    static final double OF_TEXT = 4.5;

    /** What lines, icons and the mark of the focus need on their ground (WCAG 2.2, 1.4.11). */
    static final double OF_LINES = 3;

    private Contrast() {}

    /** Returns the ratio, 1 for the same colour to 21 for black and white; the order of the two does not matter. */
    static double ratio(Colour one, Colour other) {
        double a = one.luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
}
