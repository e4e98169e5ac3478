/** Opens winmail.dat (MS-TNEF): body and files out of Outlook's wrapping. */
@NullMarked
package dev.serai.transform.tnef;

import org.jspecify.annotations.NullMarked;
