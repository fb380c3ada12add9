package org.errorpages.demo.shop;

/**
 * A payment by card.
 *
 * @param card the card number
 * @param password the password of the account
 */
public record LeakyCardPayment(String card, String password) {

    private static final String OF_THE_SHOP = "9";

    /** Accepts the shop's own cards only; the exception for another leaks secrets into its message. */
    public void take() {
        if (!card.startsWith(OF_THE_SHOP)) {
            throw new IllegalStateException("till refused card " + card + ", password=" + password);
        }
    }
}
