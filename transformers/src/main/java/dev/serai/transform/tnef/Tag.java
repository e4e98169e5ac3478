package dev.serai.transform.tnef;

import java.util.Set;

/** The numbers of attributes (MS-OXTNEF section 2.1.3) and properties (MS-OXPROPS) that are read. */
final class Tag {
    static final int SIGNATURE = 0x223e9f78;

    static final int ATT_DATE_START = 0x0006;
    static final int ATT_DATE_END = 0x0007;
    static final int ATT_FROM = 0x8000;
    static final int ATT_SUBJECT = 0x8004;
    static final int ATT_DATE_SENT = 0x8005;
    static final int ATT_DATE_RECEIVED = 0x8006;
    static final int ATT_MESSAGE_CLASS = 0x8008;
    static final int ATT_BODY = 0x800c;
    static final int ATT_FILE_DATA = 0x800f;
    static final int ATT_FILE_TITLE = 0x8010;
    static final int ATT_FILE_TRANSPORT_NAME = 0x9001;
    static final int ATT_FILE_START = 0x9002;
    static final int ATT_PROPERTIES = 0x9003;
    static final int ATT_RECIPIENTS = 0x9004;
    static final int ATT_FILE_PROPERTIES = 0x9005;
    static final int ATT_CODE_PAGE = 0x9007;

    static final int MESSAGE_CLASS = 0x001a;
    static final int SUBJECT = 0x0037;
    static final int SUBMIT_TIME = 0x0039;
    static final int SUBJECT_PREFIX = 0x003d;
    static final int FOR_NAME = 0x0042;
    static final int START_DATE = 0x0060;
    static final int END_DATE = 0x0061;
    static final int FOR_EMAIL = 0x0065;
    static final int TRANSPORT_HEADERS = 0x007d;
    static final int RECIPIENT_TYPE = 0x0c15;
    static final int SENDER_NAME = 0x0c1a;
    static final int SENDER_EMAIL = 0x0c1f;
    static final int DISPLAY_CC = 0x0e03;
    static final int DISPLAY_TO = 0x0e04;
    static final int DELIVERY_TIME = 0x0e06;
    static final int NORMALIZED_SUBJECT = 0x0e1d;
    static final int BODY = 0x1000;
    static final int REPORT_TEXT = 0x1001;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int MESSAGE_ID = 0x1035;
    static final int REFERENCES = 0x1039;
    static final int IN_REPLY_TO = 0x1042;
    static final int DISPLAY_NAME = 0x3001;
    static final int EMAIL = 0x3003;
    static final int FILE_DATA = 0x3701;
    static final int FILE_EXTENSION = 0x3703;
    static final int FILE_NAME = 0x3704;
    static final int FILE_METHOD = 0x3705;
    static final int FILE_LONG_NAME = 0x3707;
    static final int FILE_PATH = 0x3708;
    static final int FILE_TRANSPORT_NAME = 0x370c;
    static final int FILE_LONG_PATH = 0x370d;
    static final int FILE_TYPE = 0x370e;
    static final int FILE_CONTENT_ID = 0x3712;
    static final int SMTP_ADDRESS = 0x39fe;
    static final int COMPANY = 0x3a16;
    static final int JOB = 0x3a17;
    static final int BUSINESS_PHONE = 0x3a08;
    static final int HOME_PHONE = 0x3a09;
    static final int MOBILE_PHONE = 0x3a1c;
    static final int FAX = 0x3a24;
    static final int INTERNET_CODE_PAGE = 0x3fde;
    static final int SENDER_SMTP = 0x5d01;
    static final int FOR_SMTP = 0x5d02;

    /** Named properties: the set that they are of, above their number in it. */
    static final int APPOINTMENT = 0x10000;

    static final int MEETING = 0x20000;
    static final int ADDRESS = 0x30000;
    static final int COMMON = 0x40000;

    static final int LOCATION = APPOINTMENT | 0x8208;
    static final int MEETING_START = APPOINTMENT | 0x820d;
    static final int MEETING_END = APPOINTMENT | 0x820e;
    static final int MEETING_ID = MEETING | 0x0003;
    static final int COMMON_START = COMMON | 0x8516;
    static final int COMMON_END = COMMON | 0x8517;
    static final int WORK_ADDRESS = ADDRESS | 0x801b;
    static final int EMAIL_1 = ADDRESS | 0x8083;
    static final int EMAIL_2 = ADDRESS | 0x8093;

    private static final Set<Integer> TEXTS = Set.of(
            MESSAGE_CLASS,
            SUBJECT,
            SUBMIT_TIME,
            SUBJECT_PREFIX,
            FOR_NAME,
            START_DATE,
            END_DATE,
            FOR_EMAIL,
            RECIPIENT_TYPE,
            SENDER_NAME,
            SENDER_EMAIL,
            DISPLAY_CC,
            DISPLAY_TO,
            DELIVERY_TIME,
            NORMALIZED_SUBJECT,
            MESSAGE_ID,
            REFERENCES,
            IN_REPLY_TO,
            DISPLAY_NAME,
            EMAIL,
            FILE_EXTENSION,
            FILE_NAME,
            FILE_METHOD,
            FILE_LONG_NAME,
            FILE_PATH,
            FILE_TRANSPORT_NAME,
            FILE_LONG_PATH,
            FILE_TYPE,
            FILE_CONTENT_ID,
            SMTP_ADDRESS,
            COMPANY,
            JOB,
            BUSINESS_PHONE,
            HOME_PHONE,
            MOBILE_PHONE,
            FAX,
            INTERNET_CODE_PAGE,
            SENDER_SMTP,
            FOR_SMTP,
            LOCATION,
            MEETING_START,
            MEETING_END,
            MEETING_ID,
            COMMON_START,
            COMMON_END,
            WORK_ADDRESS,
            EMAIL_1,
            EMAIL_2);
    private static final Set<Integer> BODIES = Set.of(BODY, REPORT_TEXT, RTF, HTML, TRANSPORT_HEADERS);

    private static final int LONGEST_BODY = 4 << 20;
    private static final int LONGEST_TEXT = 16 << 10;

    private static final Set<Integer> ATTRIBUTES = Set.of(
            0x00060000,
            0x00060001,
            0x00060002,
            0x00030006,
            0x00030007,
            0x00040008,
            0x00040009,
            0x00070600,
            0x00060600,
            0x00008000,
            0x00018004,
            0x00038005,
            0x00038006,
            0x00068007,
            0x00078008,
            0x00018009,
            0x0001800a,
            0x0001800b,
            0x0002800c,
            0x0004800d,
            0x0006800f,
            0x00018010,
            0x00068011,
            0x00038012,
            0x00038013,
            0x00038020,
            0x00069001,
            0x00069002,
            0x00069003,
            0x00069004,
            0x00069005,
            0x00089006,
            0x00069007,
            0x00069008);

    private Tag() {}

    /** Whether an attribute has this number and type: four bytes that do not stand together by chance. */
    static boolean isAttribute(int tag) {
        return ATTRIBUTES.contains(tag);
    }

    /** Bytes of a property that are read into memory; 0 for one that nobody wants. */
    static int longest(int property) {
        return TEXTS.contains(property) ? LONGEST_TEXT : BODIES.contains(property) ? LONGEST_BODY : 0;
    }
}
