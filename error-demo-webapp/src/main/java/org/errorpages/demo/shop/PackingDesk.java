package org.errorpages.demo.shop;

/** Weighs packed parcels, and throws for gift paper, which is not implemented. */
public final class PackingDesk {

    private static final int BOX_GRAMS = 60;

    /** The ways to pack a book. */
    public enum Wrapping {
        /** A cardboard box. */
        BOX,
        /** Gift paper, which is not implemented. */
        GIFT
    }

    /**
     * Returns the weight of the parcel.
     *
     * @throws FeatureMissingException for gift paper
     */
    public int pack(Order order, Wrapping wrapping) {
        if (wrapping == Wrapping.GIFT) {
            throw new FeatureMissingException("gift wrapping");
        }
        return order.grams() + BOX_GRAMS;
    }
}
