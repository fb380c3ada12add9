package org.errorpages.demo.editions.newer;

/** The titles of the shop, kept by whoever wants to. */
public interface Catalogue {

    /** Returns how many titles there are. */
    int size();
}
