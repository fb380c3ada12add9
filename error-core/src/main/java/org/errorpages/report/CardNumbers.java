package org.errorpages.report;

import java.util.regex.Pattern;

/** Hides the numbers of payment cards: 13 to 19 digits, perhaps in groups, with the right check digit (ISO/IEC 7812-1). */
final class CardNumbers {

    /** Cards for payment begin with 2 to 6; a time in milliseconds begins with 1. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\w.])(?<![A-Za-z0-9]-)[2-6](?:[ -]?[0-9]){12,18}+(?!\\w)(?!-\\w)(?!\\.[0-9])");

    private CardNumbers() {}

    static String hide(String text) {
        return DIGITS.matcher(text)
                .replaceAll(found -> hasCheckDigit(found.group()) ? "[hidden: card number]" : found.group());
    }

    private static boolean hasCheckDigit(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
