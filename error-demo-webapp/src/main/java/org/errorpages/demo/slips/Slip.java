package org.errorpages.demo.slips;

/** A mistake that fails each time it is made. */
@FunctionalInterface
public interface Slip {

    /** Makes the mistake; whatever that throws is thrown. */
    void make() throws Throwable;
}
