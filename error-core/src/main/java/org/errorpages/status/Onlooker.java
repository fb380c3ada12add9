package org.errorpages.status;

/** Is told of each throwable on the way to a verdict. */
interface Onlooker {

    /** Nobody looks on. */
    Onlooker NOBODY = (throwable, here, refused) -> {};

    /**
     * Takes notice of a throwable.
     *
     * @param here where it stands
     * @param refused whether what it says would blame the client without enough evidence
     */
    void passed(Throwable throwable, Standing here, boolean refused);
}
