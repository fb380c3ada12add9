package org.errorpages.demo.editions.older;

/** The titles of the shop. */
public abstract class Catalogue {

    /** Returns how many titles there are. */
    public abstract int size();
}
