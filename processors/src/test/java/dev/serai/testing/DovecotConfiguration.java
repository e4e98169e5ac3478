package dev.serai.testing;

import java.nio.file.Path;

/** The configuration file of a Dovecot 2.3 that runs without root: one account for everything, no chroot. */
record DovecotConfiguration(
        Path folder, ServerAccount account, DovecotOptions options, DovecotPorts ports, Certificate certificate) {
    /** Each user has a password file of his own, since Dovecot looks at most once a second whether one changed. */
    private static final String GENERAL = """
            base_dir = @folder@/run
            state_dir = @folder@/state
            instance_name = test
            log_path = @folder@/dovecot.log
            protocols = imap pop3
            listen = 127.0.0.1
            default_internal_user = @user@
            default_internal_group = @group@
            default_login_user = @user@
            first_valid_uid = 1
            mail_location = maildir:~/Maildir
            mail_max_userip_connections = 500
            mail_fsync = never
            pop3_uidl_format = @uidl@
            imap_capability = @imap-capability@
            auth_mechanisms = @mechanisms@
            auth_failure_delay = 0
            disable_plaintext_auth = @plain@
            ssl = @tls@
            ssl_cert = <@cert@
            ssl_key = <@key@
            """;

    private static final String TOKENS = """
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = @folder@/dovecot-oauth2.conf.ext
            }
            """;

    private static final String INTROSPECTION = """
            introspection_mode = auth
            introspection_url = %s
            username_attribute = username
            active_attribute = active
            active_value = true
            """;

    private static final String USERS = """
            passdb {
              driver = passwd-file
              args = username_format=%u @folder@/users/%u
            }
            userdb {
              driver = passwd-file
              args = username_format=%u @folder@/users/%u
              default_fields = uid=@user@ gid=@group@
            }
            namespace inbox {
              inbox = yes
              separator = /
            }
            """;

    private static final String SERVICES = """
            service imap-login {
              chroot =
              service_count = 0
              inet_listener imap {
                port = @imap@
              }
              inet_listener imaps {
                port = @imaps@
              }
            }
            service pop3-login {
              chroot =
              service_count = 0
              inet_listener pop3 {
                port = @pop3@
              }
              inet_listener pop3s {
                port = @pop3s@
              }
            }
            service anvil {
              chroot =
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              chroot =
            }
            service auth-worker {
              user = @user@
            }
            """;

    String text() {
        return (GENERAL + (byToken() ? TOKENS : "") + USERS + SERVICES)
                .replace("@mechanisms@", byToken() ? "plain login xoauth2 oauthbearer" : "plain login")
                .replace("@folder@", folder.toString())
                .replace("@user@", account.user())
                .replace("@group@", account.group())
                .replace("@uidl@", options.uidlFormat())
                .replace("@imap-capability@", options.capabilities())
                .replace("@plain@", options.plainLogin() ? "no" : "yes")
                .replace("@tls@", tls())
                .replace("@cert@", certificate.certificatePem().toString())
                .replace("@key@", certificate.keyPem().toString())
                .replace("@imap@", Integer.toString(ports.imap()))
                .replace("@imaps@", listener(ports.imaps()))
                .replace("@pop3@", Integer.toString(ports.pop3()))
                .replace("@pop3s@", listener(ports.pop3s()));
    }

    private String tls() {
        if (!options.tls()) {
            return "no";
        }
        return options.plainLogin() ? "yes" : "required";
    }

    private String listener(int port) {
        return options.tls() ? Integer.toString(port) : "0";
    }

    private boolean byToken() {
        return !options.introspectionUrl().isEmpty();
    }

    /** The file that says where tokens are looked up. */
    String introspection() {
        return INTROSPECTION.formatted(options.introspectionUrl());
    }
}
