package org.errorpages.http;

/** Parses the weight of a header member: {@code q=0.8} (RFC 9110, section 12.4.2). */
public final class QualityValue {

    private static final int MAX_DIGITS = 6;

    private QualityValue() {}

    /** Returns thousandths, or -1 if the text isn't a weight. {@code .2} is read as 0.2; only three decimals count. */
    public static int thousandths(String weight) {
        int dot = weight.indexOf('.');
        var whole = dot < 0 ? weight : weight.substring(0, dot);
        var decimals = dot < 0 ? "" : weight.substring(dot + 1);
        boolean bareFraction = whole.isEmpty() && !decimals.isEmpty();
        if (decimals.length() > MAX_DIGITS || !(whole.equals("0") || whole.equals("1") || bareFraction)) {
            return -1;
        }
        int sum = whole.equals("1") ? 1000 : 0;
        for (int i = 0, unit = 100; i < decimals.length(); i++, unit /= 10) {
            int digit = decimals.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            sum += digit * unit;
        }
        return sum > 1000 ? -1 : sum;
    }
}
