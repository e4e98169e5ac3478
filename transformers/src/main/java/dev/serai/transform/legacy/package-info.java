/** The two interfaces of the older MIME customisation API, and the adapter that runs classes written against them. */
@NullMarked
package dev.serai.transform.legacy;

import org.jspecify.annotations.NullMarked;
