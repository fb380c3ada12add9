package org.errorpages.demo.lessons;

/** A failure that shows one thing of the developer's page, each time it is asked for. */
public enum Lesson {
    TREE,
    BATCH,
    CYCLE,
    WRAPPERS,
    LAMBDA,
    PROXY,
    NESTED,
    LIBRARY,
    LONG,
    MARKUP,
    STACKLESS;

    /** Fails; whatever that throws is thrown. */
    public void teach() throws Exception {
        switch (this) {
            case TREE -> Borrowed.sendParcel();
            case BATCH -> DeliveryNote.enterTwice();
            case CYCLE -> Errand.waitForEachOther();
            case WRAPPERS -> Errand.passThroughLayers();
            case LAMBDA -> PriceTags.total();
            case PROXY -> Clerk.watched().greet("");
            case NESTED -> new Bindery.Press().bind("Emma");
            case LIBRARY -> Warehouse.open();
            case LONG -> Notice.recall(2_000);
            case MARKUP -> Notice.publish("<script>alert('5 stars')</script> & \u202Eskoob\u202C \u0007 <b>good</b>");
            case STACKLESS -> throw new SoldOut("Persuasion");
        }
    }
}
