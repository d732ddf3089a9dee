package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.CallQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

    private static final String REQUIRED = "'requestId':'r1','called':'+498001234567'";

    private final QueryReader reader = new QueryReader();

    @Test
    void every_field_is_read() {
        QueryReading reading = read("{'requestId':'a84b','network':'kam-1','called':'0800 1','calling':'+4930',"
                + "'assertedId':'<sip:+4930@x>','privacy':'id','diversion':'<sip:+49301@x>','digits':'2*#A',"
                + "'deadlineMs':350,'attempt':2}");

        assertThat(reading)
                .isEqualTo(new QueryReading.Understood(
                        new CallQuery(
                                "a84b", "kam-1", "0800 1", "+4930", "<sip:+4930@x>", "id", "<sip:+49301@x>", "2*#A", 2),
                        350));
    }

    @Test
    void what_is_not_said_is_empty_and_the_first_attempt() {
        assertThat(read("{" + REQUIRED + "}"))
                .isEqualTo(new QueryReading.Understood(
                        new CallQuery("r1", "", "+498001234567", "", "", "", "", "", 1), 0));
    }

    @Test
    void nulls_are_absent_and_unknown_fields_ignored_whatever_is_in_them() {
        String huge = "9".repeat(4_000);
        assertThat(read("{'network':null,'calling':null,'deadlineMs':null,'attempt':null,'later':{'a':[1,{'b':[]}]},"
                        + "'huge':" + huge + ",'tiny':-1e-999999999," + REQUIRED + ",'last':[[],{}]}"))
                .isEqualTo(new QueryReading.Understood(
                        new CallQuery("r1", "", "+498001234567", "", "", "", "", "", 1), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4930111222", "true", "{'a':1}", "[1,[2]]", "''", "null", "'anonymous'", "-1.5e7"})
    void a_caller_is_never_an_error(String calling) {
        assertThat(read("{'calling':" + calling + "," + REQUIRED + "}")).isInstanceOf(QueryReading.Understood.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "requestId | 'requestId':null,'called':'1'",
                "requestId | 'requestId':'','called':'1'",
                "requestId | 'requestId':7,'called':'1'",
                "requestId | 'requestId':['r1'],'called':'1'",
                "called | 'requestId':'r1'",
                "called | 'requestId':'r1','called':''",
                "called | 'requestId':'r1','called':498001234567",
                "called | 'requestId':'r1','called':{'number':'1'}",
                "network | 'network':1,'requestId':'r1','called':'1'",
                "privacy | 'privacy':false,'requestId':'r1','called':'1'",
                "assertedId | 'assertedId':['<sip:1@x>'],'requestId':'r1','called':'1'",
                "diversion | 'diversion':{},'requestId':'r1','called':'1'",
                "digits | 'digits':'12x','requestId':'r1','called':'1'",
                "digits | 'digits':12,'requestId':'r1','called':'1'",
                "deadlineMs | 'deadlineMs':0,'requestId':'r1','called':'1'",
                "deadlineMs | 'deadlineMs':-5,'requestId':'r1','called':'1'",
                "deadlineMs | 'deadlineMs':'400','requestId':'r1','called':'1'",
                "deadlineMs | 'deadlineMs':400.5,'requestId':'r1','called':'1'",
                "deadlineMs | 'deadlineMs':-99999999999999999999999,'requestId':'r1','called':'1'",
                "attempt | 'attempt':0,'requestId':'r1','called':'1'",
                "attempt | 'attempt':true,'requestId':'r1','called':'1'",
                "called | 'called':'1','requestId':'r1','called':'2'",
                "calling | 'calling':'1','calling':'2','requestId':'r1','called':'2'"
            })
    void a_wrong_field_is_named_alone(String field, String body) {
        assertThat(fields(read("{" + body + "}"))).containsExactly(field);
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(fields(read("{'attempt':0,'deadlineMs':'soon','network':3,'digits':'?','called':5}")))
                .containsExactlyInAnyOrder("attempt", "deadlineMs", "network", "digits", "called", "requestId");
    }

    @ParameterizedTest
    @CsvSource({
        "requestId,255,true",
        "requestId,256,false",
        "called,255,true",
        "called,256,false",
        "digits,64,true",
        "digits,65,false",
        "network,255,true",
        "network,256,false",
        "calling,9000,true",
        "diversion,9000,true"
    })
    void texts_have_their_longest(String field, int length, boolean fine) {
        String value = "1".repeat(length);
        String required = REQUIRED.replaceFirst("'" + field + "':'[^']*',?", "");
        String body = "{'" + field + "':'" + value + "'" + (required.isEmpty() ? "" : "," + required) + "}";

        assertThat(fields(read(body.replace(",}", "}")))).isEqualTo(fine ? List.of() : List.of(field));
    }

    @Test
    void a_deadline_of_any_size_is_read() {
        assertThat(read("{'deadlineMs':" + "9".repeat(3_000) + "," + REQUIRED + "}"))
                .isInstanceOfSatisfying(
                        QueryReading.Understood.class,
                        understood -> assertThat(understood.deadlineMillis()).isEqualTo(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{",
                "}",
                "[]",
                "1",
                "'text'",
                "null",
                "{'a'",
                "{'a':}",
                "{'requestId':'r1',}",
                "{{}}",
                "{'requestId':'r1','called':'1'} {}",
                "{'requestId':'r1','called':'1'}]",
                "{'requestId':'r1\n'}",
                "{'requestId':'\\x'}",
                "{\u0000}",
                "{'a':NaN}",
                "{'a':01}",
                "{'a':+1}",
                "// c\n{}"
            })
    void what_is_not_one_json_object_is_refused(String body) {
        assertThat(fields(read(body))).isNotEmpty().contains("");
    }

    @Test
    void nesting_has_an_end() {
        assertThat(fields(read("{'a':" + "[".repeat(7_000)))).containsExactly("");
        assertThat(fields(read("{'a':" + "{'a':".repeat(3_000)))).containsExactly("");
    }

    @Test
    void only_utf_8_is_read() {
        byte[] latin = "{\"requestId\":\"r\u00e4\",\"called\":\"1\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"requestId\":\"r1\",\"called\":\"1\"}".getBytes(StandardCharsets.UTF_16BE);

        assertThat(fields(reader.read(latin))).containsExactly("");
        assertThat(fields(reader.read(wide))).containsExactly("");
    }

    @Test
    void a_problem_never_repeats_what_was_sent() {
        QueryReading reading = read("{'called':498001234567,'calling':'+4930111222','digits':'+4930111222 x'}");

        assertThat(reading.toString()).doesNotContain("30111222").doesNotContain("8001234567");
    }

    private QueryReading read(String body) {
        return reader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> fields(QueryReading reading) {
        return reading instanceof QueryReading.Refused refused
                ? refused.problems().stream().map(FieldProblem::field).toList()
                : List.of();
    }
}
