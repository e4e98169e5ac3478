package dev.serai.screening.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Literals by their beginnings, on the way to be {@link Literals}. */
final class Trie {
    /** One beginning: what may follow it, and the number of the literal that ends here, or -1. */
    static final class Node {
        final SortedMap<Character, Node> next = new TreeMap<>();
        int literal = -1;
        int number;
        Node fail = this;
        /** The nearest node on the way of fails where a literal ends, this one included; the root when there is none. */
        Node ending = this;
    }

    private final Node root = new Node();
    private final SortedSet<Character> letters = new TreeSet<>();

    void add(String literal, int number) {
        Node node = root;
        for (int i = 0; i < literal.length(); i++) {
            letters.add(literal.charAt(i));
            node = node.next.computeIfAbsent(literal.charAt(i), c -> new Node());
        }
        node.literal = number;
    }

    Letters letters() {
        return new Letters(letters);
    }

    /** All nodes, numbered, the root first and then by depth, with their fails. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(root));
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            node.number = i;
            node.ending = node.literal >= 0 || node == root ? node : node.fail.ending;
            node.next.forEach((c, child) -> {
                child.fail = node == root ? root : failing(node.fail, c);
                nodes.add(child);
            });
        }
        return nodes;
    }

    private Node failing(Node from, char c) {
        Node node = from;
        while (node != root && !node.next.containsKey(c)) {
            node = node.fail;
        }
        return node.next.getOrDefault(c, root);
    }
}
