package dev.soc2.evidence.internal.formats;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.internal.asff.AsffFormat;
import dev.soc2.evidence.internal.awsresource.AwsResource;
import dev.soc2.evidence.internal.cloudtrail.CloudTrail;
import dev.soc2.evidence.internal.credentialreport.AwsCredentialReport;
import dev.soc2.evidence.internal.csaf.CsafFormat;
import dev.soc2.evidence.internal.cyclonedx.CycloneDxFormat;
import dev.soc2.evidence.internal.gcp.GcpIamPolicy;
import dev.soc2.evidence.internal.gcp.GcpSecretVersions;
import dev.soc2.evidence.internal.git.GitFormat;
import dev.soc2.evidence.internal.git.GitLogFormat;
import dev.soc2.evidence.internal.github.GitHub;
import dev.soc2.evidence.internal.githubaudit.GitHubAudit;
import dev.soc2.evidence.internal.grype.GrypeFormat;
import dev.soc2.evidence.internal.guardduty.GuardDuty;
import dev.soc2.evidence.internal.hdf.HdfFormat;
import dev.soc2.evidence.internal.kev.KevFormat;
import dev.soc2.evidence.internal.notices.IncidentNoticesFormat;
import dev.soc2.evidence.internal.ocsf.OcsfFormat;
import dev.soc2.evidence.internal.okta.OktaLog;
import dev.soc2.evidence.internal.okta.OktaUsers;
import dev.soc2.evidence.internal.openvex.OpenVexFormat;
import dev.soc2.evidence.internal.oscal.OscalFormat;
import dev.soc2.evidence.internal.policies.PoliciesFormat;
import dev.soc2.evidence.internal.register.RegisterFormat;
import dev.soc2.evidence.internal.sarif.SarifFormat;
import dev.soc2.evidence.internal.trivy.TrivyFormat;
import dev.soc2.evidence.internal.workspace.WorkspaceActivity;
import dev.soc2.evidence.internal.xccdf.XccdfFormat;
import dev.soc2.evidence.spi.EvidenceFormatProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every format that has a reader of its own, by its name. A format that somebody brings never replaces a built-in one. */
public final class KnownFormats {

    private static final List<EvidenceFormat> BUILT_IN = List.of(
            AsffFormat.format(),
            new AwsCredentialReport(),
            new AwsResource(),
            new CloudTrail(),
            CsafFormat.format(),
            new CycloneDxFormat(),
            new GcpIamPolicy(),
            new GcpSecretVersions(),
            new GitFormat(),
            new GitHub(),
            new GitHubAudit(),
            new GitLogFormat(),
            GrypeFormat.format(),
            new GuardDuty(),
            new HdfFormat(),
            new IncidentNoticesFormat(),
            KevFormat.format(),
            OcsfFormat.format(),
            new OktaLog(),
            new OktaUsers(),
            OpenVexFormat.format(),
            new OscalFormat(),
            new PoliciesFormat(),
            new RegisterFormat(),
            SarifFormat.format(),
            TrivyFormat.format(),
            new WorkspaceActivity(),
            new XccdfFormat());

    private KnownFormats() {}

    /** The formats, sorted by their names. */
    public static Map<String, EvidenceFormat> byName() {
        List<EvidenceFormat> all = new ArrayList<>(BUILT_IN);
        ServiceLoader.load(EvidenceFormatProvider.class, KnownFormats.class.getClassLoader())
                .forEach(provider -> all.addAll(provider.formats()));
        Map<String, EvidenceFormat> known = new TreeMap<>();
        all.forEach(format -> known.putIfAbsent(format.name(), format));
        return Collections.unmodifiableMap(known);
    }
}
