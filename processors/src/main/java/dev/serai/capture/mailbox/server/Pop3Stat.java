package dev.serai.capture.mailbox.server;

import jakarta.mail.MessagingException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Store;

/**
 * Asks STAT (RFC 1939 section 5) before the folder is opened. Opening it, Angus makes an array as long as the server says
 * that the mailbox is, so a number alone could take all memory; and it lets nobody ask before, hence by reflection.
 */
final class Pop3Stat {
    private Pop3Stat() {}

    /** How many mails the server says it has. */
    static int mails(POP3Store store) throws MessagingException {
        try {
            Method port = open(POP3Store.class.getDeclaredMethod("getPort", POP3Folder.class));
            Object protocol = port.invoke(store, (Object) null);
            Object status = open(protocol.getClass().getDeclaredMethod("stat")).invoke(protocol);
            Field total = status.getClass().getDeclaredField("total");
            total.setAccessible(true);
            return total.getInt(status);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause
                    ? new MessagingException("STAT failed", cause)
                    : new MessagingException("STAT failed: " + failed.getCause());
        } catch (ReflectiveOperationException other) {
            throw new MessagingException("STAT cannot be asked of this version of Angus Mail", other);
        }
    }

    private static Method open(Method method) {
        method.setAccessible(true);
        return method;
    }
}
