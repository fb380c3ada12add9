package org.errorpages.media;

import java.util.List;

/** A form of which nothing matters but its types. */
record Form(MediaType mediaType, List<MediaType> alternatives) implements Offer {}
