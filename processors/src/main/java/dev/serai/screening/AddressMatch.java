package dev.serai.screening;

/** How an address of a rule is compared; letter case never counts. */
public enum AddressMatch {
    /** The destination address is the rule's. */
    EXACT,
    /** The rule's address occurs in the destination address. */
    SUBSTRING
}
