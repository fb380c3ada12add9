package org.errorpages.demo.editions.newer;

/** Something on the counter that can be heard. */
public interface Bell {

    /** Returns how loud it is. */
    int ring();
}
