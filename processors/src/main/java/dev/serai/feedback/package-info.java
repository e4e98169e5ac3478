/** What other servers say of our mail once it left: bounces, reports and receipts reach the dispatch and the contact. */
@NullMarked
package dev.serai.feedback;

import org.jspecify.annotations.NullMarked;
