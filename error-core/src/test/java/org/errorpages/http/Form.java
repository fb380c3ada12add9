package org.errorpages.http;

import java.util.List;

/** A form of which nothing matters but its types. */
record Form(MediaType mediaType, List<MediaType> alternatives) implements Representation {}
