package org.errorpages.demo.orders;

/** Packs what was ordered. */
public final class PackingDesk {

    private static final int BOX_GRAMS = 60;

    /**
     * Returns the weight of the parcel.
     *
     * @throws FeatureMissingException for a gift: nobody has written that yet
     */
    public int pack(Order order, Wrapping wrapping) {
        if (wrapping == Wrapping.GIFT) {
            throw new FeatureMissingException("gift wrapping");
        }
        return order.grams() + BOX_GRAMS;
    }
}
