/** Answers as files, with everything masked that varies between runs or that a reorganisation may rename. */
@NullMarked
package org.errorpages.container.recorder;

import org.jspecify.annotations.NullMarked;
