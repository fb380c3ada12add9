package org.errorpages.media;

/** The weight of a member of an Accept header: {@code q=0.8} (RFC 9110, section 12.4.2). */
public final class Weight {

    private static final int MAX_DIGITS = 6;

    private Weight() {}

    /** Returns thousandths, or -1 if the text is no weight; {@code .2} passes for 0.2, more digits than three are cut. */
    public static int thousandths(Span weight) {
        int dot = weight.indexOf('.');
        var whole = dot < 0 ? weight : weight.before(dot);
        var fraction = dot < 0 ? weight.after(weight.end() - 1) : weight.after(dot);
        boolean bareFraction = whole.isEmpty() && !fraction.isEmpty();
        if (!bareFraction && !whole.is("0") && !whole.is("1")) {
            return -1;
        }
        int part = fraction(fraction);
        int sum = part < 0 ? -1 : part + (whole.is("1") ? 1000 : 0);
        return sum > 1000 ? -1 : sum;
    }

    private static int fraction(Span digits) {
        if (digits.length() > MAX_DIGITS) {
            return -1;
        }
        int thousandths = 0;
        for (int i = digits.start(), weight = 100; i < digits.end(); i++, weight /= 10) {
            int digit = digits.text().charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            thousandths += digit * weight;
        }
        return thousandths;
    }
}
