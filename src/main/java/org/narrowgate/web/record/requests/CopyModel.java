package org.narrowgate.web.record.requests;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.narrowgate.web.record.RequestModel;

/** A copy to print: the record as it is at this moment. */
@TemplateData
public record CopyModel(String madeAt, String until, List<RequestModel> requests, List<String> openings) {
    public CopyModel {
        requests = List.copyOf(requests);
        openings = List.copyOf(openings);
    }
}
