package org.errorpages.demo.orders;

/** How a book can be packed. */
public enum Wrapping {
    /** In a cardboard box. */
    BOX,
    /** In paper with ribbons. */
    GIFT
}
