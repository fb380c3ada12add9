/** Classes that are not what others were compiled against, as on a class path where two versions of a library meet. */
@NullMarked
package org.errorpages.demo.editions;

import org.jspecify.annotations.NullMarked;
