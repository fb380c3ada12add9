package org.errorpages.demo.lessons;

/**
 * How a visitor pays.
 *
 * @param card the number of the card
 * @param password what opens the account
 */
public record Payment(String card, String password) {

    private static final String OF_THE_SHOP = "9";

    /** Takes the shop's own cards only; refusing another tells more than it should. */
    public void take() {
        if (!card.startsWith(OF_THE_SHOP)) {
            throw new IllegalStateException("till refused card " + card + ", password=" + password);
        }
    }
}
