using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Encrypted connections to PostgreSQL, with and without the server's certificate being verified. The launcher leaves the system's authorities out, and only it, and only where nothing is verified.</summary>
public sealed class EncryptionTests(EngineServers servers)
{
    private const string Places = "async Task Up(Db db) => await db.Sql($\"insert into places values ('{Environment.GetEnvironmentVariable(\"SSL_CERT_DIR\")}', '{Environment.GetEnvironmentVariable(\"SSL_CERT_FILE\")}')\");\nvoid Down(Db db) { }\n";

    [Fact]
    public async Task It_is_encrypted_and_verified_as_the_connection_says()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var database = (PostgresDatabase)project.Database;
        var certificate = Certificate(project);
        await using var pooler = await PgBouncerServer.StartAsync(database, certificate);
        project.Write(Scripts.Name, Scripts.Good);
        (await RunAsync(project, $"{pooler.Url(database)}?sslmode=require")).ShouldExit(0);
        foreach (var options in new[] { "", "?sslmode=require", $"?sslmode=verify-full&sslrootcert={certificate}", $"?sslmode=verify-ca&sslrootcert={certificate}" })
        {
            Assert.Equal("Already up to date (5 migrations applied).\n", (await RunAsync(project, pooler.Url(database) + options)).ShouldExit(0).Output);
        }

        (await RunAsync(project, $"{pooler.Url(database)}?sslmode=verify-full")).ShouldExit(5).ShouldBeAClearError().ShouldComplainOf("CAIRN7004", "certificate was rejected", "sslrootcert");

        // The certificate is of the address.
        var named = new UriBuilder(pooler.Url(database)) { Host = "localhost" }.Uri.AbsoluteUri;
        (await RunAsync(project, $"{named}?sslmode=verify-full&sslrootcert={certificate}")).ShouldExit(5).ShouldBeAClearError().ShouldComplainOf("CAIRN7004", "certificate was rejected");
        (await RunAsync(project, $"{named}?sslmode=verify-ca&sslrootcert={certificate}")).ShouldExit(0);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("/somewhere", "/somewhere/all.pem")]
    public async Task What_scripts_trust_is_the_systems(string? folder, string? file)
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var database = (PostgresDatabase)project.Database;
        await using var pooler = await PgBouncerServer.StartAsync(database, Certificate(project));
        await database.ExecuteAsync("create table places (folder text, file text)");
        project.Write("20260301A-places.csx", Places);
        var call = project.Workspace.Call("migrate:latest", "-c", $"{pooler.Url(database)}?sslmode=require");
        var environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["SSL_CERT_DIR"] = folder ?? "", ["SSL_CERT_FILE"] = file ?? "" };
        (await CairnTool.RunAsync(call with { Environment = environment })).ShouldExit(0);
        Assert.Equal([$"{folder}|{file}"], await database.RowsAsync("select folder || '|' || file from places"));
    }

    private static async Task<ToolResult> RunAsync(Project project, string connection) =>
        await CairnTool.RunAsync(project.Workspace.Call("migrate:latest", "-c", connection));

    /// <summary>A certificate that signs itself, for the address of the tests' servers, with its key.</summary>
    private static string Certificate(Project project)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=cairn-test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(project.Workspace.Folder, "tls.pem");
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return path;
    }
}
