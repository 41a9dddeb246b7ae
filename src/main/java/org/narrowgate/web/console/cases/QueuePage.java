package org.narrowgate.web.console.cases;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.narrowgate.caller.Staff;

/** The queue, where caseworkers start. */
@ApplicationScoped
public class QueuePage {
    private final Template page;
    private final QueueModels models;

    QueuePage(@Location("console/queue.html") Template page, QueueModels models) {
        this.page = page;
        this.models = models;
    }

    public TemplateInstance show(Staff caseworker, QueueQuery asked) {
        return page.data("queue", models.queue(caseworker, asked.filter(), Notice.words(asked.done)));
    }
}
