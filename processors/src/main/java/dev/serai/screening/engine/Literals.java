package dev.serai.screening.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds all of many literals in one pass over a text (Aho and Corasick, CACM 18(6), 1975). Immutable. */
final class Literals {
    private static final int ROOT = 0;

    private final int size;
    private final int[] firstEdge;
    private final char[] edges;
    private final int[] targets;
    private final int[] fails;
    /** The literal that ends at a node, or -1. */
    private final int[] literals;
    /** The nearest node where a literal ends: the node itself or one on the way of its fails, or the root. */
    private final int[] endings;

    private final int[] fromRoot;

    private Literals(List<Trie.Node> nodes, int size) {
        this.size = size;
        firstEdge = new int[nodes.size() + 1];
        edges = new char[nodes.size() - 1];
        targets = new int[nodes.size() - 1];
        fails = new int[nodes.size()];
        literals = new int[nodes.size()];
        endings = new int[nodes.size()];
        int edge = 0;
        for (Trie.Node node : nodes) {
            firstEdge[node.number] = edge;
            for (var next : node.next.entrySet()) {
                edges[edge] = next.getKey();
                targets[edge++] = next.getValue().number;
            }
            fails[node.number] = node.fail.number;
            literals[node.number] = node.literal;
            endings[node.number] = node.ending.number;
        }
        firstEdge[nodes.size()] = edge;
        var begins = nodes.get(ROOT).next;
        fromRoot = new int[begins.isEmpty() ? 0 : begins.lastKey() + 1];
        begins.forEach((c, node) -> fromRoot[c] = node.number);
    }

    /** @param texts not empty each, and each once; their place is their number */
    static Literals of(List<String> texts) {
        Trie trie = new Trie();
        for (int i = 0; i < texts.size(); i++) {
            trie.add(texts.get(i), i);
        }
        return new Literals(trie.nodes(), texts.size());
    }

    /** The numbers of the literals that occur. */
    BitSet in(String text) {
        BitSet found = new BitSet(size);
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            // What is on the way behind a literal found before was found with it.
            for (int at = endings[node]; at != ROOT && !found.get(literals[at]); at = endings[fails[at]]) {
                found.set(literals[at]);
            }
        }
        return found;
    }

    private int next(int from, char c) {
        int node = from;
        while (node != ROOT) {
            int edge = Arrays.binarySearch(edges, firstEdge[node], firstEdge[node + 1], c);
            if (edge >= 0) {
                return targets[edge];
            }
            node = fails[node];
        }
        return c < fromRoot.length ? fromRoot[c] : ROOT;
    }
}
