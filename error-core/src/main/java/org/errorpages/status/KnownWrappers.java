package org.errorpages.status;

/** The exceptions that the built-in error map calls transparent, whatever they say: what they wrap is what happened. */
final class KnownWrappers {

    private KnownWrappers() {}

    /** Returns whether the class is one of them; a subclass has a meaning of its own. */
    static boolean contain(Throwable throwable) {
        return ErrorMap.shipped(throwable.getClass().getName()).stream().anyMatch(KnownWrappers::isTransparent);
    }

    private static boolean isTransparent(Rule rule) {
        return rule.effect() instanceof Effect.Transparent
                && rule.onSide() == null
                && rule.condition().equals(Condition.NONE);
    }
}
