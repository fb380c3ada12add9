package org.errorpages.http;

import java.util.List;

/** A representation that has only types. */
record TestRepresentation(MediaType mediaType, List<MediaType> alternatives) implements Negotiable {}
