package org.errorpages.media;

/** The weight of a member of an Accept header: {@code q=0.8} (RFC 9110, section 12.4.2). */
public final class Weight {

    private static final int MAX_DIGITS = 6;

    private Weight() {}

    /** Returns thousandths, or -1 if the text is no weight; {@code .2} passes for 0.2, more digits than three are cut. */
    public static int thousandths(String text) {
        int dot = text.indexOf('.');
        var whole = dot < 0 ? text : text.substring(0, dot);
        var fraction = dot < 0 ? "" : text.substring(dot + 1);
        boolean bareFraction = whole.isEmpty() && !fraction.isEmpty();
        if (!bareFraction && !whole.equals("0") && !whole.equals("1")) {
            return -1;
        }
        int part = fraction(fraction);
        int sum = part < 0 ? -1 : part + (whole.equals("1") ? 1000 : 0);
        return sum > 1000 ? -1 : sum;
    }

    private static int fraction(String digits) {
        if (digits.length() > MAX_DIGITS) {
            return -1;
        }
        int thousandths = 0;
        for (int i = 0, weight = 100; i < digits.length(); i++, weight /= 10) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            thousandths += digit * weight;
        }
        return thousandths;
    }
}
